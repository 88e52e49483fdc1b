"""Configuration files for web servers."""
