"""A command as users run it, in this process: its status, and what it printed."""

from pathlib import Path

import pytest

from yuandi.cli.main import main


class Ran:
    """One run of a command."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        self.status = ended.value.code
        self.out, self.err = capsys.readouterr()
