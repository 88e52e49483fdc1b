"""What entries say happened, told once: which statuses count, who belonged and who was there, out of how many."""
