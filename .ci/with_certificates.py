"""Run a command that trusts the system's certificates, among which a company's own are.

`python .ci/with_certificates.py pip install …`. pip before 24.2 and Node before 24 have a list of their own. Who has
named certificates, by pip's settings or by a variable, has decided otherwise, and that holds.
"""

import os
import re
import ssl
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_NAMED_FOR_PIP = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def main() -> None:
    """Become the command; `pip` is that of this Python."""
    command = sys.argv[1:]
    if command[0] == "pip":
        command[:1] = [sys.executable, "-m", "pip"]
    os.execvpe(command[0], command, {**os.environ, **trust(os.environ)})  # noqa: S606  # the commands of the Makefile


def trust(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables to add, of which nobody has set any."""
    file = system_store()
    if file is None:
        return {}
    wanted = {"NODE_EXTRA_CA_CERTS": file, "SSL_CERT_FILE": file}
    if not any(environment.get(name) for name in _NAMED_FOR_PIP) and not _pip_names_one():
        wanted["PIP_CERT"] = file
    return {name: value for name, value in wanted.items() if not environment.get(name)}


def system_store() -> str | None:
    """The file with all certificates that OpenSSL reads; Debian has it in the folder of the single ones."""
    paths = ssl.get_default_verify_paths()
    together = Path(paths.capath or "/nowhere") / "ca-certificates.crt"
    return paths.cafile or (str(together) if together.is_file() else None)


def _pip_names_one() -> bool:
    command = [sys.executable, "-m", "pip", "config", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return re.search(r"^\S+\.cert=", listed, re.M) is not None


if __name__ == "__main__":
    main()
