"""Reference pages from the types, the rules, the presets and the command line."""
