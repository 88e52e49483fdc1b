"""Recognition of a document's head, structure, type and fields."""
