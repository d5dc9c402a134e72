# frozen_string_literal: true

# Prints where to get a token: for Telnyx, or for the resource that is named.

require 'telnyx_oauth'

begin
  metadata = TelnyxOauth.fetch_resource_metadata(ARGV.first)
  metadata.authorization_servers&.each { |issuer| puts issuer }
rescue TelnyxOauth::Error => e
  abort "#{e.kind}: #{e.message}"
end
