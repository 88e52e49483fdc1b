"""A built site to its readers: copied whole, served by nginx, its surroundings looked after."""
