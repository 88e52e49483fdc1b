"""Facts stated by entries, defined once: which statuses count, membership, attendance, populations."""
