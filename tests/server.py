"""A site behind a real nginx, as the example of `yuandi publish --nginx` has it."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

from yuandi.cli.publish import nginx_example
from yuandi.publishing.publish import Folder


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def served(nginx: str, site: Path, folder: Path, origin: str | None = None) -> Iterator[int]:
    """Publish a site, and serve it by the example; the port."""
    Folder(folder / "garden").publish(site, "20260331")
    port = free_port()
    mime = "/etc/nginx/mime.types"
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}} http {{ access_log off; include {mime}; default_type application/octet-stream;\n"
        + "".join(
            f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        + nginx_example(str(folder / "garden"), f"127.0.0.1:{port}", "_", origin)
        + "}\n"
    )
    folder.chmod(0o755)
    command = [nginx, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    with subprocess.Popen([*command, "-g", "user root;"] if os.geteuid() == 0 else command) as running:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
        running.terminate()


def get(port: int, path: str, **headers: str) -> HTTPResponse:
    """What nginx answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", quote(path, safe="/%"), headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer
