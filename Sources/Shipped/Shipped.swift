// Shipped.
