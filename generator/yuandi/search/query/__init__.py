"""The files of the index, and the answering of queries from them, as the page's script does it."""
