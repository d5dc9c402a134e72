"""The client of `client.py` over the Python module."""

import sys
from types import SimpleNamespace

import client

import telnyx_oauth


def discover(url, www_authenticate, legacy):
    found = telnyx_oauth.discover(url, www_authenticate, profile="mcp", legacy_origin=legacy)
    parameters = found.authorization_parameters()
    return SimpleNamespace(
        parameters=parameters.to_dict(),
        registration_endpoint=found.require_authorization_server().registration_endpoint,
        scope_after=parameters.scope_after,
        verify_issuer=parameters.verify_issuer,
    )


if __name__ == "__main__":
    try:
        client.main(discover)
    except telnyx_oauth.Error as error:
        sys.exit(f"{error.kind}: {error}")
