"""Publishing a built site: copied as a whole, served by nginx, with a check of its environment."""
