# frozen_string_literal: true

module TelnyxOauth
  # Adds a method to the generated class.
  class Discovery
    # Returns the metadata of the first listed server with valid metadata. Raises the first listed server's error if no
    # listed server has valid metadata, and Error::NotFound if the document lists no server.
    def require_authorization_server
      raise authorization_server_error if authorization_server_error

      authorization_server
    end
  end
end
