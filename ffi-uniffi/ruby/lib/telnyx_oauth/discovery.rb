# frozen_string_literal: true

module TelnyxOauth
  # The generated class has the members.
  class Discovery
    # The metadata of the first listed server that has any, for programs that cannot go on without. Raises the first
    # listed server's own error if none has any, and Error::NotFound if none is listed.
    def require_authorization_server
      raise authorization_server_error if authorization_server_error

      authorization_server
    end
  end
end
