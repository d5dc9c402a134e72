# frozen_string_literal: true

module TelnyxOauth
  # Adds methods to the generated class.
  class Discovery
    # Returns the metadata of the first listed server with valid metadata. Raises the first listed server's error if no
    # listed server has valid metadata, and Error::NotFound if the document lists no server.
    def require_authorization_server
      raise authorization_server_error if authorization_server_error

      authorization_server
    end

    # Returns the parameters of the authorization and token requests, as AuthorizationParameters.
    #
    # `issuer` names the authorization server: the issuer as listed, or the issuer in the server's document. Default:
    # the first listed server with valid metadata.
    #
    # Raises Error::InvalidArgument if the discovery has no server with this issuer, and the server's error if the
    # server has no valid metadata. Without `issuer`, raises the errors of `require_authorization_server`.
    def authorization_parameters(issuer = nil)
      servers = authorization_servers
      if issuer
        declared = servers.map { |server| server.metadata&.issuer }
        servers = [servers.fetch(TelnyxOauth.choose_server(servers.map(&:issuer), declared, issuer))]
        raise servers.first.error if servers.first.error
      else
        require_authorization_server
      end
      servers.find(&:metadata).authorization_parameters
    end
  end
end
