"""A preview in the browser that is rebuilt after every save."""
