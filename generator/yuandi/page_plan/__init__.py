"""The list of pages that are: told once, for the links that lead to them and for the build that draws them."""
