"""Pages as values to files of the site, by one process or several, and the search index beside them."""
