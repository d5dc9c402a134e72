"""Finds out how to get a token for a protected API.

Fetches and validates OAuth 2.0 Protected Resource Metadata (RFC 9728, https://www.rfc-editor.org/rfc/rfc9728) and
Authorization Server Metadata (RFC 8414, https://www.rfc-editor.org/rfc/rfc8414, and OpenID Connect Discovery):

    import telnyx_oauth

    print(telnyx_oauth.fetch_resource_metadata().authorization_servers)

The functions of the module share one client. Each `Client` and each `AsyncClient` has its own options, connections and
cache. A failure raises a subclass of `Error`: each kind of failure has one. All values are immutable.
The logger `telnyx_oauth` logs a debug record for each request when it ends, in the context of its call. The attributes of the
record are those of `Attempt`.
`from telnyx_oauth import *` does not import `TimeoutError` and `Warning`, because Python has builtins with these names.
Write `telnyx_oauth.TimeoutError`.
"""

from ._async_client import (
    AsyncClient,
    discover_async,
    fetch_authorization_server_metadata_async,
    fetch_resource_metadata_async,
    vet_async,
)
from ._errors import (
    BlockedAddressError,
    BodyTooLargeError,
    CancelledError,
    ContentTypeError,
    Error,
    HttpStatusError,
    InsecureUrlError,
    InternalError,
    InvalidArgumentError,
    InvalidJsonError,
    InvalidMetadataError,
    IssuerMismatchError,
    NotFoundError,
    OAuthError,
    ProfileUnmetError,
    RedirectRefusedError,
    ResourceMismatchError,
    SignatureInvalidError,
    TimeoutError,  # noqa: F401
    TlsError,
    TransportError,
)
from ._native import (
    Attempt,
    AuthorizationParameters,
    AuthorizationServer,
    AuthorizationServerMetadata,
    CancelToken,
    Challenge,
    Client,
    Discovery,
    DiscoveryPlan,
    PlannedRequest,
    ResourceMetadata,
    TrustedKeys,
    Warning,  # noqa: F401
    __version__,  # noqa: F401
    authorization_server_metadata_urls,
    discover,
    fetch_authorization_server_metadata,
    fetch_resource_metadata,
    parse_challenges,
    resource_metadata_url,
    vet,
)

Telnyx = Client
AsyncTelnyx = AsyncClient

__all__ = [
    "AsyncClient",
    "AsyncTelnyx",
    "Attempt",
    "AuthorizationParameters",
    "AuthorizationServer",
    "AuthorizationServerMetadata",
    "BlockedAddressError",
    "BodyTooLargeError",
    "CancelToken",
    "CancelledError",
    "Challenge",
    "Client",
    "ContentTypeError",
    "Discovery",
    "DiscoveryPlan",
    "Error",
    "HttpStatusError",
    "InsecureUrlError",
    "InternalError",
    "InvalidArgumentError",
    "InvalidJsonError",
    "InvalidMetadataError",
    "IssuerMismatchError",
    "NotFoundError",
    "OAuthError",
    "PlannedRequest",
    "ProfileUnmetError",
    "RedirectRefusedError",
    "ResourceMetadata",
    "ResourceMismatchError",
    "SignatureInvalidError",
    "Telnyx",
    "TlsError",
    "TransportError",
    "TrustedKeys",
    "authorization_server_metadata_urls",
    "discover",
    "discover_async",
    "fetch_authorization_server_metadata",
    "fetch_authorization_server_metadata_async",
    "fetch_resource_metadata",
    "fetch_resource_metadata_async",
    "parse_challenges",
    "resource_metadata_url",
    "vet",
    "vet_async",
]

for _function in (
    authorization_server_metadata_urls,
    discover,
    fetch_authorization_server_metadata,
    fetch_resource_metadata,
    parse_challenges,
    resource_metadata_url,
    vet,
):
    _function.__module__ = __name__
del _function
