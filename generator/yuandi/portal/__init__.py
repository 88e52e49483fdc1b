"""The portal as one value: its content on one day, for one audience."""
