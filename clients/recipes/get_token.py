"""Prints an access token for the MCP server in the first argument, as the client in the second. A user logs in."""

import sys
import webbrowser
from urllib.parse import parse_qs
from wsgiref.simple_server import make_server

from authlib.common.security import generate_token
from authlib.integrations.httpx_client import OAuth2Client

import telnyx_oauth

resource, client_id = sys.argv[1:]
parameters = telnyx_oauth.discover(resource, profile="mcp").authorization_parameters()
redirects = []


def callback(environ, start_response):
    redirects.append(environ["QUERY_STRING"])
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"You can close this window."]


with make_server("127.0.0.1", 0, callback) as server:
    client = OAuth2Client(client_id, scope=parameters.scope, code_challenge_method=parameters.code_challenge_method)
    client.redirect_uri = f"http://127.0.0.1:{server.server_port}/callback"
    request = {"code_verifier": generate_token(64), "resource": parameters.resource}
    url, state = client.create_authorization_url(parameters.authorization_endpoint, **request)
    webbrowser.open(url)
    server.handle_request()
parameters.verify_issuer(parse_qs(redirects[0], keep_blank_values=True).get("iss", [None])[0])
token = client.fetch_token(parameters.token_endpoint, authorization_response="?" + redirects[0], state=state, **request)
print(token["access_token"])
