"""Everything that only saves time: what a build remembers, and the builds and checks that need less than all."""
