# frozen_string_literal: true

require_relative 'support'
require 'rubygems/package'
require 'tmpdir'

# Tests of the packaged gem, with the example.
class GemTest < LibraryTest
  GEM = Dir["#{ROOT}/build/bindings/ruby/telnyx_oauth-*.gem"].first
  EXAMPLE = "#{ROOT}/examples/ruby/fetch.rb".freeze

  def test_the_gem_is_installed_offline_and_runs_the_example
    sandbox = Sandbox.new
    Dir.mktmpdir do |home|
      variables = { 'GEM_HOME' => home, 'GEM_PATH' => nil, 'RUBYLIB' => nil, 'RUBYOPT' => nil, **sandbox.environment }
      assert system(variables, 'gem', 'install', '--local', '--no-document', '--silent', GEM)
      found = IO.popen([variables, RbConfig.ruby, '-w', EXAMPLE], &:read)
      assert_equal "#{sandbox.https}\n", found
      failed = IO.popen([variables, RbConfig.ruby, '-w', EXAMPLE, 'nonsense', { err: %i[child out] }], &:read)
      assert_match(/\Ainvalid_argument: a resource must be/, failed)
      assert_equal 1, Process.last_status.exitstatus
    end
  ensure
    sandbox&.stop
  end

  def test_the_gem_has_its_files_and_dependencies
    spec = Gem::Package.new(GEM).spec
    assert_equal [TelnyxOauth::VERSION, 'x86_64-linux'], [spec.version.to_s, spec.platform.to_s]
    assert_equal ['ffi'], spec.runtime_dependencies.map(&:name)
    assert_includes spec.files, 'lib/telnyx_oauth/libtelnyx_oauth_uniffi.so'
    assert_includes spec.files, 'LICENSE-MIT'
  end
end
