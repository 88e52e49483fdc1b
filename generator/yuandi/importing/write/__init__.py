"""The writing of proposed entries: composed, with their files, reviewed by the check."""
