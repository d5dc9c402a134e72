"""The exceptions: one class for each kind of error."""

import builtins


class Error(Exception):
    """The base class of all errors of this library.

    Each kind of error has a subclass. Most subclasses also derive from Python's `ValueError`, `ConnectionError` or
    `TimeoutError`. `str()` returns the expected and the actual value; text from the network in it is escaped and cut.
    `__cause__` is the operating system's error, such as a `ConnectionRefusedError`, if there is one.
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
        """Returns a copy with the cause of the error, and without its traceback."""
        again = type(self)(self.message)
        again.__dict__.update(self.__dict__)
        if self.__cause__ is not None:
            again.__cause__ = self.__cause__
        return again

    def __reduce__(self):
        # `__dict__` also contains the notes.
        return type(self), (self.message,), self.__dict__


class InvalidArgumentError(Error, ValueError):
    """An argument or option is invalid. For example, a URL is not an absolute http(s) URL, has a fragment or userinfo, or is
    a metadata URL instead of a resource. Correct the argument.
    """

    kind = "invalid_argument"


class InsecureUrlError(Error, ValueError):
    """The URL is http, but https is required. Use the https URL, or allow http with `allow_http`."""

    kind = "insecure_url"


class BlockedAddressError(Error, ConnectionError):
    """A URL from a server leads to an address that it must not lead to, such as a private or link-local one."""

    kind = "blocked_address"


class TransportError(Error, ConnectionError):
    """The name could not be resolved, the connection failed or was closed early, or the response is not HTTP."""

    kind = "transport"


class TlsError(Error, ConnectionError):
    """The TLS handshake failed or the certificate is not trusted."""

    kind = "tls"


class TimeoutError(Error, builtins.TimeoutError):
    """The call exceeded `timeout`, or a connection exceeded `connect_timeout`."""

    kind = "timeout"


class CancelledError(Error):
    """The caller cancelled the call with a `CancelToken`."""

    kind = "cancelled"


class RedirectRefusedError(Error, ConnectionError):
    """A redirect leads to another origin or has no usable target, or there are too many redirects."""

    kind = "redirect_refused"


class HttpStatusError(Error):
    """The response has a status that is neither success nor a documented error."""

    kind = "http_status"


class OAuthError(Error):
    """The response is a 4xx with an OAuth error in its body: see `error` and `error_description`."""

    kind = "oauth_error"


class ContentTypeError(Error, ValueError):
    """The response has status 200, but its body is not JSON, or has a content coding."""

    kind = "content_type"


class BodyTooLargeError(Error, ValueError):
    """The body or the header section of a response exceeds its limit."""

    kind = "body_too_large"


class InvalidJsonError(Error, ValueError):
    """The body is not a JSON object."""

    kind = "invalid_json"


class InvalidMetadataError(Error, ValueError):
    """The body is JSON, but not a valid metadata document. The message names the invalid member."""

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
    """No URL had a document. `attempts` lists the requested URLs."""

    kind = "not_found"


class SignatureInvalidError(Error, ValueError):
    """The document's `signed_metadata` cannot be trusted."""

    kind = "signature_invalid"


class ProfileUnmetError(Error, ValueError):
    """The document is valid, but lacks a requirement of the chosen profile."""

    kind = "profile_unmet"


class InternalError(Error):
    """This library has a bug. Please report it."""

    kind = "internal"


CLASSES = {_class.kind: _class for _class in Error.__subclasses__()}

for _class in (Error, *CLASSES.values()):
    # Pickles must refer to the public package.
    _class.__module__ = "telnyx_oauth"
