"""What a text says that front matter has a field for, by what it is about. Each finds, or says nothing."""
