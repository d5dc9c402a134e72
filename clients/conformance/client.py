"""The MCP client that the official conformance suite tests: the OAuth and MCP requests, without any rule of discovery.

`over_python.py` and `over_command.py` run it over a discovery of telnyx-oauth, which chooses documents, scopes and the way to
register, and checks issuers. The suite passes the URL of an MCP server. With `--cold` the client starts with the discovery,
else with a request to the MCP server.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import os
import secrets
import sys
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

VERSION = os.environ["MCP_CONFORMANCE_PROTOCOL_VERSION"]
LEGACY = VERSION < "2025-06-18"
STATELESS = VERSION >= "2026"
CONTEXT = json.loads(os.environ.get("MCP_CONFORMANCE_CONTEXT", "{}"))
CLIENT = {"name": "telnyx-oauth-conformance", "version": "1.0.0"}
CLIENT_ID_METADATA_DOCUMENT = "https://conformance-test.local/client-metadata.json"
REDIRECT_URI = "http://127.0.0.1:8765/callback"
MAX_AUTHORIZATIONS = 3


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self) -> Any:
        """Returns the JSON of the body, or of its first event."""
        events = [line[5:] for line in self.body.splitlines() if line.startswith(b"data:")]
        return json.loads(events[0] if events else self.body)

    def expect(self, *statuses: int) -> Answer:
        return self if self.status in statuses else sys.exit(f"http_status: {self.status}, not {statuses}: {self.body!r}")


def send(method: str, url: str, headers: dict[str, str], body: bytes = b"") -> Answer:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request(method, f"{parts.path}?{parts.query}" if parts.query else parts.path, body, headers)
    response = connection.getresponse()
    return Answer(response.status, response.headers, response.read())


def send_json(url: str, headers: dict[str, str], value: object) -> Answer:
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream", **headers}
    return send("POST", url, headers, json.dumps(value).encode())


class Client:
    def __init__(self, url: str, discover: Any) -> None:
        self.url, self.discover = url, discover
        self.found: Any = None
        self.scope: list[str] = []
        self.authorizations = 0
        self.headers: dict[str, str] = {}
        # Each issuer has its own client: those that the user has registered, and then those of this program.
        self.registered: dict[str, dict[str, Any]] = {CONTEXT["issuer"]: CONTEXT} if "issuer" in CONTEXT else {}

    def run(self, *, cold: bool) -> None:
        if cold:
            self.authorize(self.discover(self.url, None, LEGACY))
        if not STATELESS:
            hello = self.call("initialize", {"protocolVersion": VERSION, "capabilities": {}, "clientInfo": CLIENT})
            self.headers["MCP-Protocol-Version"] = hello.json()["result"]["protocolVersion"]
            self.call("notifications/initialized", None)
        tools = self.call("tools/list", {}).json()["result"]["tools"]
        # In one scenario, the server changes its authorization server between these requests.
        self.call("tools/list", {})
        self.call("tools/call", {"name": tools[0]["name"], "arguments": {}})

    def call(self, method: str, params: dict[str, Any] | None) -> Answer:
        """Sends one MCP request, and gets a new token each time that the server asks for one."""
        while True:
            answer = self.post(method, params)
            challenges = answer.headers.get_all("WWW-Authenticate") or []
            if answer.status == 401:
                self.authorize(self.discover(self.url, challenges, LEGACY))
            elif answer.status == 403 and self.found:
                scope = list(self.found.scope_after(self.scope, challenges))
                if scope == self.scope:
                    sys.exit("insufficient_scope: the token already has the scopes of the challenge")
                self.authorize(self.found, scope)
            else:
                return answer.expect(200, 202)

    def post(self, method: str, params: dict[str, Any] | None) -> Answer:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method}
        headers = dict(self.headers)
        if params is not None:
            message |= {"id": secrets.token_hex(4), "params": dict(params)}
        if STATELESS:
            meta = {"protocolVersion": VERSION, "clientInfo": CLIENT, "clientCapabilities": {}}
            message["params"]["_meta"] = {f"io.modelcontextprotocol/{name}": value for name, value in meta.items()}
            headers |= {"MCP-Protocol-Version": VERSION, "Mcp-Method": method}
            headers |= {"Mcp-Name": params["name"]} if params else {}
        return send_json(self.url, headers, message)

    def authorize(self, found: Any, scope: list[str] | None = None) -> None:
        """Gets an access token, with the authorization code flow."""
        self.authorizations += 1
        if self.authorizations > MAX_AUTHORIZATIONS:
            sys.exit(f"the server asked for more than {MAX_AUTHORIZATIONS} authorizations")
        parameters = found.parameters
        self.found, self.scope = found, scope or parameters["scope"] or []
        client = self.registered.get(parameters["issuer"]) or self.register(found)
        verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(16)
        # This client asks for a refresh token if it can get one.
        offline = ["offline_access"] if parameters["offline_access_supported"] else []
        request = {
            "response_type": "code",
            "client_id": client["client_id"],
            "redirect_uri": REDIRECT_URI,
            "state": state,
            "scope": " ".join([*self.scope, *offline]),
            "code_challenge": base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"="),
            "code_challenge_method": parameters["code_challenge_method"],
            "resource": parameters["resource"],
        }
        query = urlencode({name: value for name, value in request.items() if value})
        redirect = send("GET", f"{parameters['authorization_endpoint']}?{query}", {}).expect(302)
        response = dict(parse_qsl(urlsplit(redirect.headers["Location"]).query, keep_blank_values=True))
        found.verify_issuer(response.get("iss"))
        if response["state"] != state:
            sys.exit("the authorization response has another state")
        form = {"grant_type": "authorization_code", "code": response["code"], "code_verifier": verifier}
        form |= {"redirect_uri": REDIRECT_URI, "resource": parameters["resource"]}
        self.headers["Authorization"] = "Bearer " + self.token(parameters, client, form)

    def register(self, found: Any) -> dict[str, Any]:
        """Gets a client in the best way that the server offers and this program knows."""
        method = found.parameters["token_endpoint_auth_methods"][0]
        for way in found.parameters["client_registration"]:
            if way == "client_id_metadata_document":
                return {"client_id": CLIENT_ID_METADATA_DOCUMENT, "token_endpoint_auth_method": "none"}
            if way == "dynamic":
                metadata = {"client_name": CLIENT["name"], "application_type": "native", "redirect_uris": [REDIRECT_URI]}
                metadata |= {"grant_types": ["authorization_code", "refresh_token"], "token_endpoint_auth_method": method}
                client = metadata | send_json(found.registration_endpoint, {}, metadata).expect(201).json()
                return self.registered.setdefault(found.parameters["issuer"], client)
        sys.exit(f"this client is not registered with {found.parameters['issuer']}")

    def token(self, parameters: dict[str, Any], client: dict[str, Any], form: dict[str, str]) -> str:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        method = client.get("token_endpoint_auth_method") or parameters["token_endpoint_auth_methods"][0]
        if method == "client_secret_basic":
            credentials = f"{quote(client['client_id'], safe='')}:{quote(client['client_secret'], safe='')}"
            headers["Authorization"] = "Basic " + base64.b64encode(credentials.encode()).decode()
        else:
            form["client_id"] = client["client_id"]
        if method == "client_secret_post":
            form["client_secret"] = client["client_secret"]
        answer = send("POST", parameters["token_endpoint"], headers, urlencode(form).encode())
        return str(answer.expect(200).json()["access_token"])


def main(discover: Any) -> None:
    Client(sys.argv[-1], discover).run(cold="--cold" in sys.argv)
