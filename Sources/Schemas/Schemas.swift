// Schemas.
