"""Tests of UniFFI's Python bindings, to check the library that the bindings of all languages use: the shared vectors,
every error, both forms of a fetch, and the cancellation of an asyncio task. Run by `ffi-uniffi/test python`.
"""

import asyncio
import json
import os
import pathlib
import re
import socket
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "build/bindings/python"), str(ROOT / "tools")]

import telnyx_oauth as uniffi  # noqa: E402
from sandbox import Sandbox  # noqa: E402

# A deadline in seconds that no test reaches.
LONG = 20


def cases(file):
    found = json.loads((ROOT / "testdata" / f"{file}.json").read_text())["cases"]
    assert found
    return found


def kind(error):
    return error.kind.name.lower()


def members(kind):
    """Returns the registered members of a kind of document, `resource` or `server`, with their types."""
    entry = rf'^\[\[{kind}\]\]\nname = "(.+)"\ntype = "(.+)"$'
    found = re.findall(entry, (ROOT / "core/members.toml").read_text(), re.MULTILINE)
    assert found
    return found


def document(record):
    found = {name: json.loads(text) for name, text in record.extra.items()}
    found.update(getattr(record, "variants", {}))
    for name, type_ in members("resource" if hasattr(record, "variants") else "server"):
        value = getattr(record, name.replace("-", "_"))
        if value is not None:
            found[name] = json.loads(value) if type_ == "object" else value
    return found


class Vectors(unittest.TestCase):
    def check(self, expected, call):
        try:
            found = call()
        except uniffi.TelnyxOAuthError as error:
            found = kind(error)
        self.assertEqual(found, expected)

    def each(self, file):
        for case in cases(file):
            with self.subTest(file=file, id=case["id"]):
                yield case

    def test_urls(self):
        for case in self.each("resource_metadata_url"):
            self.check(case.get("url", case.get("error")), lambda: uniffi.resource_metadata_url(case["resource"]))
        for case in self.each("authorization_server_metadata_urls"):
            expected = case.get("urls", case.get("error"))
            self.check(expected, lambda: uniffi.authorization_server_metadata_urls(case["issuer"]))

    def test_challenges(self):
        for case in self.each("challenges"):
            found = uniffi.parse_challenges(case["headers"])
            as_expected = [{name: vars(it)[name] for name in ("scheme", "params", "token68")} for it in found]
            self.assertEqual(as_expected, case["challenges"])

    def judged(self, case, call):
        response = uniffi.Response(
            status=case["status"],
            body=case["body"].encode(),
            content_type=case["content_type"],
            url=case.get("url"),
        )
        try:
            found = call(response)
        except uniffi.TelnyxOAuthError as error:
            return {"error": kind(error)}
        warnings = sorted(warning.kind.name.lower() for warning in found.warnings)
        return {"document": document(found), "warnings": warnings}

    def test_resource_documents(self):
        for case in self.each("resource_documents"):
            rules = uniffi.Rules(resource_match=uniffi.ResourceMatch[case["policy"].upper()])
            judge = uniffi.resource_metadata_from_response
            found = self.judged(case, lambda response: judge(case["resource"], response, rules))
            self.assertEqual(found, case["expect"])

    def test_resource_matches(self):
        for case in self.each("resource_match"):
            body = json.dumps({"resource": case["resource"], "authorization_servers": ["https://as.example"]})
            response = uniffi.Response(status=200, body=body.encode(), content_type="application/json")
            for policy in uniffi.ResourceMatch:
                try:
                    rules = uniffi.Rules(resource_match=policy)
                    uniffi.resource_metadata_from_response(case["requested"], response, rules)
                    accepted = True
                except uniffi.TelnyxOAuthError:
                    accepted = False
                self.assertEqual(accepted, case[policy.name.lower()], policy)

    def test_authorization_server_documents(self):
        for case in self.each("authorization_server_documents"):
            rules = uniffi.Rules(strict=case["strict"])
            judge = uniffi.authorization_server_metadata_from_response
            found = self.judged(case, lambda response: judge(case["issuer"], response, rules))
            self.assertEqual(found, case["expect"])


class Calls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox(os.environ["TELNYX_OAUTH_COMMAND"])
        cls.addClassCleanup(cls.sandbox.stop)

    def options(self, **options):
        port = int(self.sandbox.https.rsplit(":", 1)[1])
        pin = uniffi.Pin(host="expired.example", port=port, address="127.0.0.1")
        common = {"ca_file": self.sandbox.ca_file, "max_retries": 0, "proxy": "", "resolve": [pin]}
        return uniffi.Options(**common, **options)

    def test_both_forms_of_a_call_return_the_same(self):
        client = uniffi.Client(self.options())
        found = client.fetch_resource_metadata_blocking(self.sandbox.https)
        self.assertEqual(found.authorization_servers, [self.sandbox.https])
        self.assertEqual(asyncio.run(client.fetch_resource_metadata(self.sandbox.https)), found)
        discovery = asyncio.run(client.discover(self.sandbox.https + "/v2/mcp"))
        self.assertEqual(discovery.challenge.scheme, "bearer")
        self.assertEqual(discovery.authorization_servers[0].metadata.issuer, self.sandbox.https)

    def test_a_discovery_uses_the_callers_issuer(self):
        client = uniffi.Client(self.options())
        found = client.discover_blocking(self.sandbox.https, issuer=self.sandbox.https)
        self.assertEqual(found.authorization_server.issuer, self.sandbox.https)
        for issuer, expected in ((self.sandbox.https + "/gone", "not_found"), ("nonsense", "invalid_argument")):
            with self.assertRaises(uniffi.TelnyxOAuthError) as raised:
                client.discover_blocking(self.sandbox.https, issuer=issuer)
            self.assertEqual(kind(raised.exception), expected)

    def test_an_endpoint_of_a_discovery_is_vetted(self):
        client = uniffi.Client(self.options())
        (server,) = client.discover_blocking(self.sandbox.https).authorization_servers
        endpoint = server.metadata.token_endpoint
        self.assertEqual(client.vet_blocking(endpoint, server.metadata_url), ["127.0.0.1"])
        self.assertEqual(asyncio.run(client.vet(endpoint, server.metadata_url)), ["127.0.0.1"])
        for call in (client.vet_blocking, uniffi.vet_blocking):
            with self.assertRaises(uniffi.TelnyxOAuthError) as raised:
                call(endpoint, "https://8.8.8.8/m")
            self.assertEqual(kind(raised.exception), "blocked_address")

    def test_a_probe_with_a_get_alone_is_inconclusive(self):
        self.sandbox.set_scenario({"routes": [{"path": "/post", "answers": [{"status": 405}]}]})
        found = uniffi.Client(self.options()).discover_blocking(self.sandbox.https + "/post")
        (warning,) = (it for it in found.warnings if it.kind == uniffi.WarningKind.PROBE_INCONCLUSIVE)
        self.assertEqual(warning.url, self.sandbox.https + "/post")

    def test_every_kind_of_error(self):
        data = json.loads((ROOT / "testdata/scenarios/errors.json").read_text())
        self.sandbox.set_scenario(data["scenario"])
        seen = {"internal"}
        for case in data["cases"]:
            with self.subTest(kind=case["kind"]):
                for form in ("_blocking", ""):
                    error = self.failure(case, form)
                    self.assertEqual(kind(error), case["kind"])
                    self.assertEqual(type(error).__name__.lower(), case["kind"].replace("_", ""))
                    self.assertIn(case.get("words", ""), error.message)
                    for field in ("http_status", "error", "error_description", "retry_after"):
                        self.assertEqual(getattr(error, field), case.get(field), field)
                    self.assertEqual([it.kind.name.lower() for it in error.warnings], case.get("warnings", []))
                    for attempt in error.attempts:
                        self.assertEqual(attempt.method, "GET")
                        self.assertEqual(attempt.final_url is None, attempt.status is None, attempt)
                        self.assertTrue(attempt.reason)
                    if "url" in case:
                        self.assertEqual(error.url, self.at_sandbox(case["url"]))
                seen.add(case["kind"])
        self.assertEqual(seen, {it.name.lower() for it in uniffi.ErrorKind})

    def at_sandbox(self, text):
        port = self.sandbox.https.rsplit(":", 1)[1]
        values = {"${http}": self.sandbox.http, "${https}": self.sandbox.https, "${port}": port}
        for name, value in values.items():
            text = text.replace(name, value)
        return text

    def failure(self, case, form):
        client = uniffi.Client(self.options(**case.get("options", {})))
        arguments = {"timeout": case.get("timeout"), "cancel": uniffi.CancelToken()}
        if case.get("cancelled"):
            arguments["cancel"].cancel()
        if "www_authenticate" in case:
            arguments["www_authenticate"] = case["www_authenticate"]
        try:
            found = getattr(client, case["call"] + form)(self.at_sandbox(case["target"]), **arguments)
            if not form:
                found = asyncio.run(found)
        except uniffi.TelnyxOAuthError as error:
            return error
        self.fail(f"expected an error, got {found}")

    def test_a_cancelled_task_closes_its_connection(self):
        with socket.create_server(("127.0.0.1", 0)) as peer:
            peer.settimeout(LONG)
            resource = f"http://127.0.0.1:{peer.getsockname()[1]}"

            async def cancelled():
                client = uniffi.Client(self.options())
                task = asyncio.create_task(client.fetch_resource_metadata(resource))
                connection, _ = await asyncio.to_thread(peer.accept)
                with connection:
                    connection.settimeout(LONG)
                    request = await asyncio.to_thread(connection.recv, 65536)
                    self.assertIn(b"GET /.well-known/oauth-protected-resource ", request)
                    task.cancel()
                    with self.assertRaises(asyncio.CancelledError):
                        await task
                    self.assertEqual(await asyncio.to_thread(connection.recv, 1), b"")

            asyncio.run(cancelled())


if __name__ == "__main__":
    unittest.main()
