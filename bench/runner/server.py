"""Runs nginx on loopback. Serves a document that differs in each response, and numbered resources (HTTP only)."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sandbox import stop

DOCUMENT_BYTES = 88

CONFIG = """
daemon off;
worker_processes 1;
pid nginx.pid;
error_log error.log warn;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    default_type application/json;
    keepalive_requests 1000000000;
    keepalive_timeout 1h;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    server {{
        listen 127.0.0.1:{http_port};
        location = /.well-known/oauth-protected-resource {{ return 200 '{http_document}'; }}
        location = /.well-known/oauth-protected-resource/cached {{
            add_header Cache-Control max-age=86400;
            return 200 '{http_document}';
        }}
        location ~ ^/(r/[0-9]+)$ {{
            add_header WWW-Authenticate 'Bearer resource_metadata="{http}/.well-known/oauth-protected-resource/$1"' always;
            return 401 '{unauthorized}';
        }}
        location ~ ^/[.]well-known/oauth-protected-resource/r/([0-9]+)$ {{ return 200 '{numbered_resource}'; }}
        location ~ ^/[.]well-known/oauth-authorization-server/(as/[0-9]+)$ {{ return 200 '{numbered_server}'; }}
        location / {{ return 404; }}
    }}
    server {{
        listen 127.0.0.1:{https_port} ssl;
        ssl_certificate server.pem;
        ssl_certificate_key server.key;
        ssl_protocols TLSv1.2 TLSv1.3;
        location = /.well-known/oauth-protected-resource {{ return 200 '{https_document}'; }}
        location / {{ return 404; }}
    }}
}}
"""

EXTENSIONS = """
[ca]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[server]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1, DNS:localhost
"""


class ServerError(Exception):
    """nginx did not start, or its certificates could not be created."""


@dataclass(frozen=True)
class Server:
    http: str
    https: str
    bench_ca: Path
    """The CA certificate that signed the server's certificate."""
    system_ca: Path
    """A bundle of the system's CA certificates and this one."""
    cpus: frozenset[int]
    """The CPU that nginx runs on."""
    other_cpus: frozenset[int]
    """The other CPUs. If there is only one CPU, this CPU."""


def _openssl(folder: Path, *arguments: str) -> None:
    run = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, text=True)
    if run.returncode != 0:
        raise ServerError(f"openssl {arguments[0]}: {run.stderr.strip()}")


def _make_certificates(folder: Path) -> None:
    (folder / "extensions.cnf").write_text(EXTENSIONS)
    for name, common_name in (("ca", "bench CA"), ("server", "localhost")):
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key"]
        _openssl(folder, "req", "-new", *key, "-subj", f"/CN={common_name}", "-out", f"{name}.csr")
        signer = ["-signkey", "ca.key"] if name == "ca" else ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"]
        extensions = ["-extfile", "extensions.cnf", "-extensions", name]
        _openssl(folder, "x509", "-req", "-in", f"{name}.csr", *signer, *extensions, "-days", "2", "-out", f"{name}.pem")


def _system_bundle() -> str:
    paths = ssl.get_default_verify_paths()
    candidates = [paths.openssl_cafile, "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]
    for candidate in candidates:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return Path(candidate).read_text("utf-8")
    raise ServerError("the system has no CA bundle: apt-get install ca-certificates")


def _document(origin: str) -> str:
    """Returns a document with the two documented members, about as long as in Telnyx's documentation. nginx inserts the number
    of the request on its connection into the authorization server's name, so each response differs from the previous one."""

    def document(host: str) -> str:
        return json.dumps({"resource": origin, "authorization_servers": [f"https://{host}.example"]}, separators=(",", ":"))

    return document("a" * (DOCUMENT_BYTES - len(document("1000"))) + "$connection_requests")


def _numbered(http: str) -> dict[str, str]:
    """Returns the bodies for `/r/N`, for its document, and for its authorization server's document. nginx replaces `$1`."""
    issuer = f"{http}/$1"
    server = {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "registration_endpoint": f"{issuer}/register",
        "revocation_endpoint": f"{issuer}/revoke",
        "introspection_endpoint": f"{issuer}/introspect",
        "jwks_uri": f"{issuer}/jwks",
        "scopes_supported": ["admin"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "client_credentials", "refresh_token"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "code_challenge_methods_supported": ["S256"],
    }
    error = {"code": "10009", "title": "Authentication failed", "detail": "The credentials are missing or invalid."}
    documents: dict[str, object] = {
        "unauthorized": {"errors": [error]},
        "numbered_resource": {"resource": f"{http}/r/$1", "authorization_servers": [f"{http}/as/$1"]},
        "numbered_server": server,
    }
    return {name: json.dumps(document, separators=(",", ":")) for name, document in documents.items()}


def free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    raise ServerError("nginx did not start: " + (log.read_text().strip() if log.exists() else "it wrote no log"))


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[Server]:
    """Runs nginx in `folder` until the block ends."""
    _make_certificates(folder)
    bench_ca, system_ca, config = folder / "ca.pem", folder / "system-and-bench-ca.pem", folder / "nginx.conf"
    system_ca.write_text(_system_bundle() + "\n" + bench_ca.read_text(), "utf-8")

    http_port, https_port = free_ports(2)
    http, https = f"http://127.0.0.1:{http_port}", f"https://127.0.0.1:{https_port}"
    config.write_text(
        CONFIG.format(
            http=http,
            http_port=http_port,
            http_document=_document(http),
            https_port=https_port,
            https_document=_document(https),
            **_numbered(http),
        )
    )
    log = folder / "error.log"
    available = os.sched_getaffinity(0)
    cpus = frozenset({min(available)})
    # nginx gets its own session, so that Ctrl-C reaches only this process, which then stops nginx.
    process = subprocess.Popen(
        ["nginx", "-p", str(folder), "-e", str(log), "-c", str(config)],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=functools.partial(os.sched_setaffinity, 0, cpus),
    )
    try:
        for port in (http_port, https_port):
            _wait_for(port, process, log)
        yield Server(http, https, bench_ca, system_ca, cpus, frozenset(available - cpus) or cpus)
    finally:
        stop(process)
