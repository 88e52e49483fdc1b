"""What helps to write: new entries, fixes, schemas for editors, what changed, and writing in the browser."""
