# frozen_string_literal: true

module TelnyxOauth
  # The failure of a call, with one subclass for each kind. `message` gives the expected and the actual value, for
  # people. Text from the network is escaped and truncated in the message.
  class Error < StandardError
    # The kind, for programs: a symbol such as `:timeout`. The names are the same in every language and on the command
    # line.
    attr_reader :kind
    # The URL of the failed request, or the caller's invalid URL; or nil.
    attr_reader :url
    # The HTTP status; nil if no response was received.
    attr_reader :http_status
    # The OAuth error code of an `oauth_error`, exactly as received.
    attr_reader :error
    # The OAuth error's description, exactly as received. Escape the text before you print it.
    attr_reader :error_description
    # The wait in seconds that the server requested with `Retry-After`
    # (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
    attr_reader :retry_after
    # Every request of the call, in order: an array of Attempt.
    attr_reader :attempts
    # The deviations that the call tolerated before the failure, in order: an array of Warning.
    attr_reader :warnings

    # Builds an error, for example for your own tests. Every argument is optional.
    def initialize(text = nil, message: text, kind: self.class.kind, attempts: [], warnings: [], **details)
      super(message)
      @kind = kind
      @attempts = attempts
      @warnings = warnings
      @url, @http_status, @error, @error_description, @retry_after =
        details.values_at(:url, :http_status, :error, :error_description, :retry_after)
    end

    # The kind of the errors of this class.
    def self.kind
      name[/\w+\z/].gsub(/(?<=[a-z])(?=[A-Z])/, '_').downcase.to_sym
    end

    # The caller's input is invalid. Examples: a URL that is not an absolute http(s) URL, a fragment, userinfo, a
    # metadata URL instead of a resource, an invalid option. Correct the input.
    class InvalidArgument < Error; end

    # The URL is http, but https is required. Use the https URL, or set the option `allow_http`.
    class InsecureUrl < Error; end

    # A server supplied a URL with a forbidden address, such as a private or loopback address.
    class BlockedAddress < Error; end

    # Name resolution failed, the connection failed, the peer closed the connection, or the response is not HTTP.
    class Transport < Error; end

    # The TLS handshake failed or the certificate is not trusted.
    class Tls < Error; end

    # The deadline of `timeout` or `connect_timeout` passed.
    class Timeout < Error; end

    # The caller cancelled the call with a CancelToken.
    class Cancelled < Error; end

    # A redirect leads to another origin or has no usable target, or the limit on redirects is exceeded.
    class RedirectRefused < Error; end

    # The HTTP status is neither success nor a documented error.
    class HttpStatus < Error; end

    # The response is a 4xx with an OAuth error in the body: see `error` and `error_description`.
    class OauthError < Error; end

    # The status is 200, but the body is not JSON or has a content coding.
    class ContentType < Error; end

    # The body or the header section exceeds the size limit.
    class BodyTooLarge < Error; end

    # The body is not a JSON object.
    class InvalidJson < Error; end

    # The body is JSON, but not a valid document of this kind.
    class InvalidMetadata < Error; end

    # The document describes another resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
    class ResourceMismatch < Error; end

    # The document describes another issuer (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
    class IssuerMismatch < Error; end

    # No URL has a document. `attempts` lists the requested URLs.
    class NotFound < Error; end

    # The document's `signed_metadata` is invalid or not signed by a trusted key.
    class SignatureInvalid < Error; end

    # The document is valid, but lacks a requirement of the chosen profile.
    class ProfileUnmet < Error; end

    # A bug in this library. Please report it.
    class Internal < Error; end
  end
end
