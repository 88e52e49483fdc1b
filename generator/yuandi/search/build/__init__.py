"""The making and updating of the index."""
