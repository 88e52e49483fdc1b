"""The YAML head of a file: its values, each with its place, and its errors in words for an editor."""
