// Validation.
