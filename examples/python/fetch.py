"""Prints the authorization servers of a resource: its argument, else the API at `TELNYX_BASE_URL`, else Telnyx's API."""

import sys

import telnyx_oauth

try:
    metadata = telnyx_oauth.fetch_resource_metadata(sys.argv[1] if len(sys.argv) > 1 else None)
except telnyx_oauth.Error as error:
    sys.exit(f"{error.kind}: {error}")
for server in metadata.authorization_servers or ():
    print(server)
