"""Look-ups in the content that depend neither on the day nor on the audience."""
