"""Discoveries without a network."""

from __future__ import annotations

import json
from typing import Any

import telnyx_oauth


def discovery(requested: str, www_authenticate: Any, document: Any, servers: dict[str, Any]) -> telnyx_oauth.Discovery:
    """Returns a discovery. `servers` maps each listed issuer to its document, or to None if all its URLs answer 404."""
    documents = {
        url: body for issuer, body in servers.items() for url in telnyx_oauth.authorization_server_metadata_urls(issuer)
    }
    plan = telnyx_oauth.DiscoveryPlan(requested, www_authenticate)
    while not plan.is_finished:
        for request in plan.requests():
            body = document if request.purpose == "resource_metadata" else documents[request.url]
            status = 404 if body is None else 200
            plan.respond(request.id, status=status, body=json.dumps(body), content_type="application/json")
    return plan.finish()
