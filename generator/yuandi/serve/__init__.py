"""A preview that follows every save."""
