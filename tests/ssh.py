"""An `ssh` that runs on this machine what it is to run elsewhere, and a log of it."""

from pathlib import Path


def local_ssh(folder: Path) -> Path:
    """A folder for PATH with such an `ssh`."""
    folder.mkdir(parents=True)
    tool = folder / "ssh"
    tool.write_text(
        f"""#!/bin/sh
while [ "${{1#-}}" != "$1" ]; do [ "$1" = -l ] && shift; shift; done
echo "$1" >> "{folder}/hosts"
shift
exec sh -c "$*"
"""
    )
    tool.chmod(0o755)
    return folder
