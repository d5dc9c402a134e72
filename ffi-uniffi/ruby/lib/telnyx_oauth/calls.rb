# frozen_string_literal: true

module TelnyxOauth
  # The calls of a Client. The module has them too: its calls share one client, which has the default options and is
  # built on first use. A call blocks the calling thread alone, and ends if that thread is interrupted.
  #
  # `timeout` is the deadline of the whole call in seconds, and replaces the client's. `cancel` is a CancelToken, which
  # ends the call from any thread.
  module Calls
    # Fetches and judges one document: the one at the well-known URL of `resource`
    # (https://www.rfc-editor.org/rfc/rfc9728#section-3), as a ResourceMetadata.
    #
    # `resource` is an absolute https URL, or http on a loopback host. Default: the origin of the option `base_url`.
    # Raises an Error of any kind but `issuer_mismatch`.
    def fetch_resource_metadata(resource = nil, timeout: nil, cancel: nil)
      Interruptible.run(cancel) { |token| super(resource, timeout, token) }
    end

    # Fetches and judges the document of an authorization server, as an AuthorizationServerMetadata: requests the URLs
    # of `authorization_server_metadata_urls` in order, up to the first that has one
    # (https://www.rfc-editor.org/rfc/rfc8414#section-3).
    #
    # `issuer` is an absolute https URL without a query, or http on a loopback host. Default: the origin of the option
    # `base_url`. Raises Error::NotFound if no URL had a document, and an Error of any other kind but
    # `resource_mismatch`.
    def fetch_authorization_server_metadata(issuer = nil, timeout: nil, cancel: nil)
      Interruptible.run(cancel) { |token| super(issuer, timeout, token) }
    end

    # Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document
    # of each authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5), as a Discovery.
    #
    # `resource` is as for `fetch_resource_metadata`. `www_authenticate` is the field line, or an array of the field
    # lines, of a `WWW-Authenticate` that the resource has sent you. Default: the resource is probed. The call succeeds
    # if the resource's document was found; a server's failure is in the result. Raises Error::NotFound if no URL had a
    # document, and an Error of any other kind.
    def discover(resource = nil, www_authenticate: nil, timeout: nil, cancel: nil)
      Interruptible.run(cancel) { |token| super(resource, www_authenticate, timeout, token) }
    end
  end

  singleton_class.prepend(Calls)

  # A client: options, kept-alive connections, a cache, and the calls. Many threads may use it at once, and both sides
  # of a fork.
  class Client
    # A client's options, as keywords.
    module Keywords
      # The options are the members of Options: `base_url`, `timeout`, `connect_timeout`, `max_retries`,
      # `max_redirects`, `max_body_bytes`, `max_total_bytes`, `cache`, `resource_match`, `strict`, `allow_http`,
      # `allow_private_addresses`, `trusted_keys` (a JWK Set in JSON), `trusted_issuer`, `ca_file`, `resolve` (an array
      # of Pin), `proxy`, `ignore_environment` and `user_agent`. The project's README has their defaults.
      #
      # Reads the environment now, and the system's CA store when a TLS handshake needs it. Raises
      # Error::InvalidArgument for an invalid option or proxy variable, and Error::Tls for a `ca_file` that is missing
      # or holds no usable certificate; the message names it.
      def initialize(**options)
        super(Options.new(**options))
      end
    end
    private_constant :Keywords

    prepend Keywords
    prepend Calls
  end
end
