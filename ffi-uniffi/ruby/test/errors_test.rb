# frozen_string_literal: true

require_relative 'support'

# Tests of every kind of error, and of the checks of arguments.
class ErrorsTest < LibraryTest
  DETAILS = %w[url http_status error error_description retry_after].freeze

  def at_sandbox(text, sandbox)
    text.gsub('${https}', sandbox.https).gsub('${http}', sandbox.http).gsub('${port}', sandbox.port.to_s)
  end

  def failure(of, sandbox)
    client = TelnyxOauth::Client.new(**sandbox.options(**of.fetch('options', {}).transform_keys(&:to_sym)))
    keywords = { timeout: of['timeout'], cancel: TelnyxOauth::CancelToken.new }
    keywords[:cancel].cancel if of['cancelled']
    keywords[:www_authenticate] = of['www_authenticate'] if of['www_authenticate']
    assert_raises(TelnyxOauth::Error) { client.public_send(of['call'], at_sandbox(of['target'], sandbox), **keywords) }
  end

  def assert_complete(attempt)
    assert_equal 'GET', attempt.method
    assert_equal attempt.status.nil?, attempt.final_url.nil?
    refute_empty attempt.reason
  end

  def test_every_kind
    errors = JSON.parse(File.read("#{ROOT}/testdata/scenarios/errors.json"))
    sandbox = Sandbox.new(errors['scenario'])
    errors['cases'].each do |it|
      error = failure(it, sandbox)
      assert_equal it['kind'].to_sym, error.kind
      assert_instance_of TelnyxOauth::Error.const_get(it['kind'].split('_').map(&:capitalize).join), error
      assert_includes error.message, it.fetch('words', '')
      it.slice(*DETAILS).each do |name, value|
        value = at_sandbox(value, sandbox) if value.is_a?(String)
        assert_equal value, error.public_send(name), "#{it['kind']} #{name}"
      end
      assert_equal it.fetch('warnings', []).map(&:to_sym), error.warnings.map(&:kind)
      error.attempts.each { |attempt| assert_complete(attempt) }
      assert_includes error.backtrace.join, __FILE__
    end
    # A test cannot cause a bug in the library.
    seen = [*errors['cases'].map { |it| it['kind'] }.uniq, 'internal']
    assert_equal TelnyxOauth::ErrorKind.constants.map { |it| it.to_s.downcase }.sort, seen.sort
  ensure
    sandbox&.stop
  end

  def test_an_error_lists_its_attempts
    sandbox = Sandbox.new
    error = failure({ 'call' => 'fetch_authorization_server_metadata', 'target' => '${https}/unknown' }, sandbox)
    assert_equal %i[absent absent absent], error.attempts.map(&:outcome)
    assert_equal [:authorization_server_metadata], error.attempts.map(&:purpose).uniq
    unreachable = failure({ 'call' => 'fetch_resource_metadata', 'target' => 'http://127.0.0.1:1' }, sandbox)
    assert_equal %i[transport], unreachable.attempts.map(&:outcome)
  ensure
    sandbox&.stop
  end

  def test_a_program_can_raise_an_error_with_a_message
    error = assert_raises(TelnyxOauth::Error) { raise TelnyxOauth::Error::Timeout, 'too late' }
    assert_equal ['too late', nil, [], []], [error.message, error.url, error.attempts, error.warnings]
    assert_equal :timeout, error.kind
  end

  def refused(type, words, &block)
    assert_includes assert_raises(type, &block).message, words
  end

  def client(**options)
    TelnyxOauth::Client.new(**options)
  end

  def test_the_error_for_an_invalid_option_names_the_option
    refused(TypeError, 'max_retries: no implicit conversion of x into Integer') { client(max_retries: 'x') }
    refused(TypeError, 'timeout: a time must be a number of seconds, not "x"') { client(timeout: 'x') }
    refused(ArgumentError, 'resource_match: expected one of :covers, :exact, :same') { client(resource_match: :near) }
    refused(TypeError, 'resolve: expected an Array, not "x"') { client(resolve: 'x') }
    refused(TypeError, 'resolve: expected a Pin, not "x"') { client(resolve: ['x']) }
    refused(TypeError, 'header: expected a Hash, not "x"') { client(header: 'x') }
    refused(TypeError, 'header: no implicit conversion of 1 into String') { client(header: { 'x-gateway' => 1 }) }
    refused(EncodingError, 'ca_file: not a valid UTF-8') { client(ca_file: "\xff") }
    refused(ArgumentError, 'unknown keyword: :retries') { client(retries: 1) }
    refused(TelnyxOauth::Error::InvalidArgument, 'max_redirects must be 0 to 10') { client(max_redirects: 11) }
    refused(TelnyxOauth::Error::InvalidArgument, 'max_retries must be 0 to 100') { client(max_retries: 101) }
    refused(TelnyxOauth::Error::InvalidArgument, 'profile must be mcp') { client(profile: 'x') }
    refused(TelnyxOauth::Error::InvalidArgument, 'probe must be auto, mcp, get or none') { client(probe: 'x') }
    refused(TelnyxOauth::Error::InvalidArgument, 'cannot set "host"') { client(header: { 'host' => 'x' }) }
    refused(TelnyxOauth::Error::Tls, 'read from "/nowhere"') { client(ca_file: '/nowhere') }
  end

  def test_an_argument_of_a_wrong_type_is_refused
    refused(TypeError, 'no implicit conversion of 5 into String') { TelnyxOauth.fetch_resource_metadata(5) }
    refused(TypeError, 'a time must be a number of seconds') { TelnyxOauth.discover('https://x.example', timeout: '5') }
    refused(TypeError, 'Expected a CancelToken') { TelnyxOauth.fetch_resource_metadata(cancel: 5) }
    refused(TypeError, 'expected a Response') { TelnyxOauth.resource_metadata_from_response('https://x.example', nil) }
  end

  # A copy would free its handle of the native library twice.
  def test_an_object_with_a_native_handle_cannot_be_copied
    [client, TelnyxOauth::CancelToken.new].each do |object|
      refused(TypeError, 'cannot be copied') { object.dup }
      refused(TypeError, 'cannot be copied') { object.clone(freeze: true) }
      refused(TypeError, 'cannot be dumped') { Marshal.dump(object) }
    end
  end
end
