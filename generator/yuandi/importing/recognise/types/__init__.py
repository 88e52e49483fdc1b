"""Recognition of the fields of each type of entry."""
