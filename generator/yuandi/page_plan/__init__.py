"""The one list of all pages, for the links that lead to them and for the build that draws them."""
