# frozen_string_literal: true

# Prints the authorization servers of the resource in the first argument. Default: Telnyx.

require 'telnyx_oauth'

begin
  metadata = TelnyxOauth.fetch_resource_metadata(ARGV.first)
  metadata.authorization_servers&.each { |issuer| puts issuer }
rescue TelnyxOauth::Error => e
  abort "#{e.kind}: #{e.message}"
end
