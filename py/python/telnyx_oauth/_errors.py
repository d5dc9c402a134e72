"""The exceptions: one class for each kind."""

import builtins


class Error(Exception):
    """The failure of a call. Each kind has a subclass, most of which are also Python's `ValueError`, `ConnectionError` or
    `TimeoutError`. `str()` gives the expected and the actual value; text from the network is escaped and cut in it.
    `__cause__` is the system's error if there is one, such as a `ConnectionRefusedError`.
    """

    kind: str

    def __init__(
        self,
        message,
        *,
        url=None,
        http_status=None,
        error=None,
        error_description=None,
        retry_after=None,
        attempts=(),
        warnings=(),
    ):
        super().__init__(message)
        self.message = message
        self.url = url
        self.http_status = http_status
        self.error = error
        self.error_description = error_description
        self.retry_after = retry_after
        self.attempts = attempts
        self.warnings = warnings

    def __str__(self):
        return self.message

    def __copy__(self):
        """The error with its cause and without the frames that it was raised in."""
        again = type(self)(self.message)
        again.__dict__.update(self.__dict__)
        if self.__cause__ is not None:
            again.__cause__ = self.__cause__
        return again

    def __reduce__(self):
        # With `__dict__`, which holds notes too.
        return type(self), (self.message,), self.__dict__


class InvalidArgumentError(Error, ValueError):
    """The caller's input is wrong: not an absolute http(s) URL, a fragment, userinfo, a metadata URL instead of a
    resource, an invalid option. Correct the input.
    """

    kind = "invalid_argument"


class InsecureUrlError(Error, ValueError):
    """http where https is required. Use the https URL, or allow http with `allow_http`."""

    kind = "insecure_url"


class BlockedAddressError(Error, ConnectionError):
    """A URL that a server supplied leads to an address that such a URL must not lead to."""

    kind = "blocked_address"


class TransportError(Error, ConnectionError):
    """The name could not be resolved, the connection failed, the peer hung up, or its response is not HTTP."""

    kind = "transport"


class TlsError(Error, ConnectionError):
    """The TLS handshake failed or the certificate is not trusted."""

    kind = "tls"


class TimeoutError(Error, builtins.TimeoutError):
    """The deadline passed: `timeout`, or `connect_timeout`."""

    kind = "timeout"


class CancelledError(Error):
    """The caller cancelled the call with a `CancelToken`."""

    kind = "cancelled"


class RedirectRefusedError(Error, ConnectionError):
    """A redirect to another origin, without a usable target, or too many redirects."""

    kind = "redirect_refused"


class HttpStatusError(Error):
    """A status that is neither success nor a documented error."""

    kind = "http_status"


class OAuthError(Error):
    """A 4xx whose body is an OAuth error: see `error` and `error_description`."""

    kind = "oauth_error"


class ContentTypeError(Error, ValueError):
    """Status 200, but not JSON, or in a content coding."""

    kind = "content_type"


class BodyTooLargeError(Error, ValueError):
    """The body or the header exceeds its limit."""

    kind = "body_too_large"


class InvalidJsonError(Error, ValueError):
    """The body is not a JSON object."""

    kind = "invalid_json"


class InvalidMetadataError(Error, ValueError):
    """The body is JSON, but not a valid document of this kind; the message names the member."""

    kind = "invalid_metadata"


class ResourceMismatchError(Error, ValueError):
    """The document describes another resource
    (RFC 9728 section 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
    """

    kind = "resource_mismatch"


class IssuerMismatchError(Error, ValueError):
    """The document describes another issuer
    (RFC 8414 section 3.3, https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
    """

    kind = "issuer_mismatch"


class NotFoundError(Error):
    """No URL had a document: `attempts` lists them."""

    kind = "not_found"


class SignatureInvalidError(Error, ValueError):
    """The document's `signed_metadata` cannot be trusted."""

    kind = "signature_invalid"


class InternalError(Error):
    """A bug in this library. Please report it."""

    kind = "internal"


CLASSES = {_class.kind: _class for _class in Error.__subclasses__()}

for _class in (Error, *CLASSES.values()):
    # Pickles name the package.
    _class.__module__ = "telnyx_oauth"
