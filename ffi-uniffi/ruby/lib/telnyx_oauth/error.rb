# frozen_string_literal: true

module TelnyxOauth
  # The failure of a call, with one subclass for each kind. `message` gives the expected and the actual value, for a
  # person; text from the network is escaped and cut in it.
  class Error < StandardError
    # The kind, for a program: a symbol such as `:timeout`, the same name in every language and on the command line.
    attr_reader :kind
    # The URL concerned: the requested one, or the caller's invalid input; or nil.
    attr_reader :url
    # The HTTP status, if a response came.
    attr_reader :http_status
    # The OAuth error code of an `oauth_error`, exactly as sent.
    attr_reader :error
    # The OAuth error's description, exactly as sent: escape it before you print it.
    attr_reader :error_description
    # The seconds that the server asked to wait, from `Retry-After`
    # (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
    attr_reader :retry_after
    # Every request that the call sent, in order, as Attempt.
    attr_reader :attempts
    # The deviations that were tolerated before the call failed, in order, as Warning.
    attr_reader :warnings

    # For your own tests, a message is enough.
    def initialize(text = nil, message: text, kind: self.class.kind, attempts: [], warnings: [], **details)
      super(message)
      @kind = kind
      @attempts = attempts
      @warnings = warnings
      @url, @http_status, @error, @error_description, @retry_after =
        details.values_at(:url, :http_status, :error, :error_description, :retry_after)
    end

    # The kind of a class's errors.
    def self.kind
      name[/\w+\z/].gsub(/(?<=[a-z])(?=[A-Z])/, '_').downcase.to_sym
    end

    # The caller's input is wrong: not an absolute http(s) URL, a fragment, userinfo, a metadata URL instead of a
    # resource, an invalid option. Correct the input.
    class InvalidArgument < Error; end

    # http where https is required. Use the https URL, or set the option `allow_http`.
    class InsecureUrl < Error; end

    # A URL that a server supplied leads to an address that such a URL must not lead to.
    class BlockedAddress < Error; end

    # The name could not be resolved, the connection failed, the peer hung up, or its response is not HTTP.
    class Transport < Error; end

    # The TLS handshake failed or the certificate is not trusted.
    class Tls < Error; end

    # The deadline passed: `timeout`, or `connect_timeout`.
    class Timeout < Error; end

    # The caller cancelled the call with a CancelToken.
    class Cancelled < Error; end

    # A redirect to another origin, without a usable target, or too many redirects.
    class RedirectRefused < Error; end

    # A status that is neither success nor a documented error.
    class HttpStatus < Error; end

    # A 4xx whose body is an OAuth error: see `error` and `error_description`.
    class OauthError < Error; end

    # Status 200, but not JSON, or in a content coding.
    class ContentType < Error; end

    # The body or the header exceeds its limit.
    class BodyTooLarge < Error; end

    # The body is not a JSON object.
    class InvalidJson < Error; end

    # The body is JSON, but not a valid document of this kind.
    class InvalidMetadata < Error; end

    # The document describes another resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
    class ResourceMismatch < Error; end

    # The document describes another issuer (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
    class IssuerMismatch < Error; end

    # No URL had a document: `attempts` lists them.
    class NotFound < Error; end

    # The document's `signed_metadata` cannot be trusted.
    class SignatureInvalid < Error; end

    # A bug in this library. Please report it.
    class Internal < Error; end
  end
end
