"""The exceptions: one class a kind."""

import builtins


class Error(Exception):
    """Why a call failed. Each kind has a subclass, which is also a `ValueError`, a `ConnectionError` or a
    `TimeoutError` of Python's own where that fits. `str()` says what was expected and what came; text from the network
    is escaped and cut in it. `__cause__` is the system's error where there was one, such as a `ConnectionRefusedError`.
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
        """The error with its cause, to be raised without the frames that it was raised in before."""
        again = type(self)(self.message)
        again.__dict__.update(self.__dict__)
        if self.__cause__ is not None:
            again.__cause__ = self.__cause__
        return again

    def __reduce__(self):
        # The attributes, and what else was put on the exception, such as notes.
        return type(self), (self.message,), self.__dict__


class InvalidArgumentError(Error, ValueError):
    """The caller's input: not an absolute http(s) URL, a fragment, userinfo, a metadata URL where a resource is wanted,
    an option that cannot be used. Correct the input.
    """

    kind = "invalid_argument"


class InsecureUrlError(Error, ValueError):
    """http where https is required. Ask for the https URL, or allow http with `allow_http`."""

    kind = "insecure_url"


class BlockedAddressError(Error, ConnectionError):
    """A URL that a server supplied leads to an address where no such URL may lead."""

    kind = "blocked_address"


class TransportError(Error, ConnectionError):
    """The name could not be resolved, the connection failed, the peer hung up, or what it sent is not HTTP."""

    kind = "transport"


class TlsError(Error, ConnectionError):
    """The TLS handshake failed or the certificate is not trusted."""

    kind = "tls"


class TimeoutError(Error, builtins.TimeoutError):
    """The deadline passed: `timeout`, or `connect_timeout`."""

    kind = "timeout"


class CancelledError(Error):
    """The caller cancelled through a `CancelToken`."""

    kind = "cancelled"


class RedirectRefusedError(Error, ConnectionError):
    """A redirect to another origin, too many of them, or one that names no usable target."""

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
    """The body or the header is over its limit."""

    kind = "body_too_large"


class InvalidJsonError(Error, ValueError):
    """The body is not a JSON object."""

    kind = "invalid_json"


class InvalidMetadataError(Error, ValueError):
    """The body is JSON, but not this document; the message names the member."""

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
    """No candidate had a document: `attempts` lists them."""

    kind = "not_found"


class SignatureInvalidError(Error, ValueError):
    """The document's `signed_metadata` could not be trusted."""

    kind = "signature_invalid"


class InternalError(Error):
    """A bug in this library. Please report it."""

    kind = "internal"


CLASSES = {_class.kind: _class for _class in Error.__subclasses__()}

for _class in (Error, *CLASSES.values()):
    # They are found, and pickled, under the package.
    _class.__module__ = "telnyx_oauth"
