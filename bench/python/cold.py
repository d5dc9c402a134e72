"""A minimal program that makes one call. The protocol is in bench/README.md."""

import sys

import telnyx_oauth

if not telnyx_oauth.fetch_resource_metadata(sys.argv[2]).authorization_servers:
    raise SystemExit("telnyx_oauth: no authorization server")
