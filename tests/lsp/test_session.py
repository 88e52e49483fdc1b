"""What an editor is told, a little at a time, is in the end what a check says."""
