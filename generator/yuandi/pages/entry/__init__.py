"""Pages of entries: what all have, and a module for each type."""
