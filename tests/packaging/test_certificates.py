"""`make` trusts what the system trusts, unless certificates are named otherwise."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".tools/bin/python"
PRINTED = ("PIP_CERT", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")
pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="no .tools here: `make setup`")


def seen(folder: Path, **settings: str) -> list[str | None]:
    """What a command sees of the variables that name certificates; pip's settings are those of `folder`."""
    hidden = (*PRINTED, "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_DIR")
    clean = {name: value for name, value in os.environ.items() if name not in hidden}
    code = f"import json, os; print(json.dumps([os.environ.get(name) for name in {PRINTED}]))"
    ran = subprocess.run(
        [PYTHON, ROOT / ".ci/with_certificates.py", PYTHON, "-c", code],
        env={**clean, "PIP_CONFIG_FILE": os.devnull, "HOME": str(folder), **settings},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: list[str | None] = json.loads(ran.stdout)
    return found


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A file of certificates."""
    file = tmp_path / "store.pem"
    file.write_text("")
    return str(file)


def test_a_store_that_openssl_is_told_of_holds_for_all(tmp_path: Path, store: str) -> None:
    """SSL_CERT_FILE is enough: pip and Node take it too."""
    assert seen(tmp_path, SSL_CERT_FILE=store) == [store, store, store]


def test_debian_keeps_all_certificates_in_the_folder_of_the_single_ones(tmp_path: Path) -> None:
    """Where OpenSSL has a folder only, the file in it is taken; an empty folder names nothing."""
    settings = {"SSL_CERT_FILE": str(tmp_path / "missing.pem"), "SSL_CERT_DIR": str(tmp_path)}
    assert seen(tmp_path, **settings)[::2] == [None, None]
    together = tmp_path / "ca-certificates.crt"
    together.write_text("")
    assert seen(tmp_path, **settings)[::2] == [str(together)] * 2


@pytest.mark.parametrize("name", ["PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_what_is_named_for_pip_holds_for_pip(name: str, tmp_path: Path, store: str) -> None:
    """pip reads the variable itself, and is given no other."""
    assert seen(tmp_path, SSL_CERT_FILE=store, **{name: "own.pem"})[0] == ("own.pem" if name == "PIP_CERT" else None)


def test_what_pip_is_set_to_holds_for_pip(tmp_path: Path, store: str) -> None:
    """`cert` in pip's own configuration is left alone."""
    settings = tmp_path / "pip.conf"
    settings.write_text("[global]\ncert = own.pem\n")
    assert seen(tmp_path, SSL_CERT_FILE=store, PIP_CONFIG_FILE=str(settings)) == [None, store, store]


def test_what_is_named_for_node_holds_for_node(tmp_path: Path, store: str) -> None:
    """A list of one's own is kept."""
    assert seen(tmp_path, SSL_CERT_FILE=store, NODE_EXTRA_CA_CERTS="own.pem")[2] == "own.pem"
