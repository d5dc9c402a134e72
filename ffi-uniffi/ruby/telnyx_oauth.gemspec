# frozen_string_literal: true

# `ffi-uniffi/bindings ruby` builds the gem in a folder with the generated sources and the native library in lib/.
Gem::Specification.new do |spec|
  spec.name = 'telnyx_oauth'
  spec.version = File.read(File.expand_path('../../Cargo.toml', __dir__))[/^version = "(.+)"$/, 1]
  spec.summary = 'Finds out how to get a token for a protected API'
  spec.description = 'OAuth 2.0 Protected Resource Metadata (RFC 9728) and Authorization Server Metadata (RFC 8414), ' \
                     'fetched and validated.'
  spec.authors = ['The telnyx-oauth developers']
  spec.homepage = 'https://github.com/telnyx-oauth/telnyx-oauth'
  spec.licenses = %w[MIT Apache-2.0]
  # The native library is for Linux with glibc.
  spec.platform = 'x86_64-linux'
  spec.required_ruby_version = '>= 3.1'
  spec.files = Dir['lib/**/*', 'LICENSE-*']
  spec.add_runtime_dependency 'ffi', '~> 1.15'
  spec.metadata['rubygems_mfa_required'] = 'true'
end
