"""Signs metadata with the openssl command."""

from __future__ import annotations

import base64
import json
import subprocess
from pathlib import Path
from typing import Any


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


class Signer:
    def __init__(self, folder: Path) -> None:
        self._folder, self._key = folder, folder / "key.pem"
        _openssl("genpkey", "-algorithm", "ed25519", "-out", self._key)
        public = _openssl("pkey", "-in", self._key, "-pubout", "-outform", "DER")
        # The last 32 bytes of the structure are the key (RFC 8410).
        self.jwks = json.dumps({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": _encoded(public[-32:])}]})

    def token(self, claims: dict[str, Any]) -> str:
        head = _encoded(json.dumps({"alg": "EdDSA"}).encode())
        message = f"{head}.{_encoded(json.dumps(claims).encode())}"
        file = self._folder / "message"
        file.write_text(message)
        return f"{message}.{_encoded(_openssl('pkeyutl', '-sign', '-rawin', '-inkey', self._key, '-in', file))}"


def _openssl(*arguments: object) -> bytes:
    try:
        return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True).stdout
    except FileNotFoundError:
        raise AssertionError("openssl is missing: apt-get install openssl") from None
