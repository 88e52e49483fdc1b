"""The command line: parse, call, print, return a number."""
