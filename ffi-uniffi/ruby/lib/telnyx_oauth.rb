# frozen_string_literal: true

# Finds out how to get a token for a protected API: fetches and validates OAuth 2.0 Protected Resource Metadata
# (RFC 9728, https://www.rfc-editor.org/rfc/rfc9728) and Authorization Server Metadata (RFC 8414,
# https://www.rfc-editor.org/rfc/rfc8414, and OpenID Connect Discovery).
#
#     puts TelnyxOauth.fetch_resource_metadata.authorization_servers
#
# The calls of the module share one client. Each Client has its own options, connections and cache. Every failure is an
# Error, with one subclass for each kind.
module TelnyxOauth
end

require_relative 'telnyx_oauth/error'
require_relative 'telnyx_oauth/member'
require_relative 'telnyx_oauth/record'
require_relative 'telnyx_oauth/bindings'
require_relative 'telnyx_oauth/discovery'
require_relative 'telnyx_oauth/handle'
require_relative 'telnyx_oauth/interruptible'
require_relative 'telnyx_oauth/calls'
