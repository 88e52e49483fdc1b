"""The full build: read, check, decide what pages show, draw them, write."""
