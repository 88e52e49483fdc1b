"""What a Markdown body holds and how it becomes safe HTML. Knows no portal."""
