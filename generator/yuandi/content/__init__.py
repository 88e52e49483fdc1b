"""What was read, as values: entries, settings, and where pages are."""
