"""The data files in `_data`: a module for each."""
