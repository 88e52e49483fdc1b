"""Help for writers: new entries, fixes, schemas for editors, changes, and editing in the browser."""
