"""Texts, places, findings and git: the layer that every other part uses and that knows nothing of the domain."""
