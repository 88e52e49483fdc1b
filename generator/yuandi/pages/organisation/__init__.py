"""Pages of units, people and groups."""
