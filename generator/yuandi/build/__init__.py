"""The recipe of a build, and the only place besides load that reads the clock, and writes."""
