"""`python -m yuandi`: the command line."""

from yuandi.cli.main import main

main()
