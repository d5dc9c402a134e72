"""The client of `client.py` over the command `telnyx-oauth`, whose path is in the environment variable `TELNYX_OAUTH`."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import client


def refuse(error):
    sys.exit(f"{error['kind']}: {error['message']}")


def run(*arguments, stdin=""):
    command = [os.environ["TELNYX_OAUTH"], "--json", *arguments]
    ended = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)
    return ended.stdout if ended.returncode == 0 else refuse(json.loads(ended.stderr.splitlines()[-1]))


def challenge(www_authenticate):
    return [f"--www-authenticate={line}" for line in www_authenticate or []]


def discover(url, www_authenticate, legacy):
    printed = run("discover", url, "--profile=mcp", *["--legacy-origin"] * legacy, *challenge(www_authenticate))
    found = json.loads(printed)
    parameters, servers = found["authorization_parameters"], found["authorization_servers"]
    if parameters is None:
        refuse(servers[0]["error"])
    chosen = next(each["metadata"] for each in servers if each.get("metadata", {}).get("issuer") == parameters["issuer"])
    return SimpleNamespace(
        parameters=parameters,
        registration_endpoint=chosen.get("registration_endpoint"),
        scope_after=lambda scope, lines: json.loads(run("scope-after", *challenge(lines), *scope)),
        verify_issuer=lambda iss: run("verify-issuer", *{iss} - {None}, stdin=printed),
    )


if __name__ == "__main__":
    client.main(discover)
