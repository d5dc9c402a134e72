# frozen_string_literal: true

module TelnyxOauth
  # The calls of a Client and of the module. The module's calls share one client. The shared client has the default
  # options and is built on first use. A call blocks only the calling thread. An interrupt of that thread ends the call.
  #
  # `timeout` is the deadline of the whole call in seconds. Default: the client's timeout. `cancel` is a CancelToken
  # that ends the call from any thread.
  module Calls
    # Fetches and validates the document at the well-known URL of `resource`
    # (https://www.rfc-editor.org/rfc/rfc9728#section-3). Returns a ResourceMetadata.
    #
    # `resource` is an absolute https URL, or http on a loopback host. Default: the origin of the option `base_url`.
    # Raises an Error of any kind except `issuer_mismatch` and `not_found`.
    def fetch_resource_metadata(resource = nil, timeout: nil, cancel: nil)
      Interruptible.run(cancel) { |token| super(resource, timeout, token) }
    end

    # Fetches and validates the document of an authorization server (https://www.rfc-editor.org/rfc/rfc8414#section-3).
    # Requests the URLs of `authorization_server_metadata_urls` in order, until a URL has a document. Returns an
    # AuthorizationServerMetadata.
    #
    # `issuer` is an absolute https URL without a query, or http on a loopback host. Default: the origin of the option
    # `base_url`. Raises Error::NotFound if no URL has a document, or an Error of any other kind except
    # `resource_mismatch`.
    def fetch_authorization_server_metadata(issuer = nil, timeout: nil, cancel: nil)
      Interruptible.run(cancel) { |token| super(issuer, timeout, token) }
    end

    # Finds everything that a token request for `resource` needs: the resource's challenge, the resource's document, and
    # the document of each listed authorization server (https://www.rfc-editor.org/rfc/rfc9728#section-5). Returns a
    # Discovery.
    #
    # `resource` is as for `fetch_resource_metadata`. `www_authenticate` is a `WWW-Authenticate` field line, or an array
    # of field lines, of a response from the resource. Default: the client probes the resource. `issuer` is the
    # authorization server to use, even if the resource's document does not list it. Default: the servers in the
    # document.
    #
    # The call succeeds if the resource's document is found. The failure of a listed authorization server is part of the
    # result. The failure of `issuer` fails the call. With `issuer`, the resource's document may be absent. Raises
    # Error::NotFound if no URL has a document, or an Error of any other kind.
    def discover(resource = nil, www_authenticate: nil, issuer: nil, timeout: nil, cancel: nil)
      Interruptible.run(cancel) { |token| super(resource, www_authenticate, issuer, timeout, token) }
    end

    # Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a document from the URL
    # `from`. The result is an array of strings, never empty. The rules are those for URLs that servers name: `url` must
    # not lead to a less public address than `from` does, nor to a link-local one.
    #
    # Use it for token, registration and other endpoints. Connect to these addresses only, because the name may lead
    # elsewhere later. Follow no redirects. `from` is the URL of the document, such as the `metadata_url` of an
    # AuthorizationServer.
    #
    # Raises Error::BlockedAddress if no address is allowed. Raises Error::InsecureUrl for http, except between loopback
    # hosts or with the option `allow_http`. Raises Error::Transport if the name cannot be resolved. Raises
    # Error::InvalidArgument for an invalid `url` or `from`, and if a proxy takes the requests for `url`, because the
    # proxy resolves the name.
    def vet(url, from:, timeout: nil, cancel: nil)
      Interruptible.run(cancel) { |token| super(url, from, timeout, token) }
    end
  end

  singleton_class.prepend(Calls)

  # A client with its own options, kept-alive connections and cache. Threads may share a client. After a fork, both
  # processes may use the client.
  class Client
    # Takes the options of a client as keywords.
    module Keywords
      # The options are the members of Options: `base_url`, `timeout`, `connect_timeout`, `max_retries`,
      # `max_redirects`, `max_body_bytes`, `max_total_bytes`, `cache`, `resource_match`, `strict`, `allow_http`,
      # `allow_private_addresses`, `trusted_keys` (a JWK Set in JSON), `trusted_issuer`,
      # `authorization_server_trusted_keys`, `authorization_server_trusted_issuer`, `ca_file`, `resolve` (an array of
      # Pin), `proxy`, `ignore_environment` and `user_agent`. docs/options.md of the project has their defaults.
      #
      # Reads the environment now. Reads the system's CA store at the first TLS handshake. Raises Error::InvalidArgument
      # for an invalid option or proxy variable. Raises Error::Tls for a `ca_file` that is missing or has no usable
      # certificate; the message names the file.
      def initialize(**options)
        super(Options.new(**options))
      end
    end
    private_constant :Keywords

    prepend Keywords
    prepend Calls
  end
end
