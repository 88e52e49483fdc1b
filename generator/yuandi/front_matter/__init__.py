"""The YAML head of a file: text to values, each with its place, and what is wrong with it in words for an editor."""
