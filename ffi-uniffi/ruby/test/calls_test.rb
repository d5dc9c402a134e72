# frozen_string_literal: true

require_relative 'support'

# Tests of calls and of the ways to end a call.
class CallsTest < LibraryTest
  def setup
    @sandbox = Sandbox.new
    @peer = SilentPeer.new
    @client = TelnyxOauth::Client.new(**@sandbox.options)
  end

  def teardown
    @sandbox.stop
    @peer.close
  end

  def test_each_call_returns_its_document
    found = @client.fetch_resource_metadata(@sandbox.https)
    assert_equal [@sandbox.https], found.authorization_servers
    assert_equal found, @client.fetch_resource_metadata(@sandbox.https, timeout: LONG)
    refute_equal found, nil

    server = @client.fetch_authorization_server_metadata(@sandbox.https)
    discovery = @client.discover("#{@sandbox.https}/v2/mcp")
    assert_equal [server], discovery.authorization_servers.map(&:metadata)
    assert_equal [@sandbox.https], discovery.authorization_servers.map(&:issuer)
    assert_equal server, discovery.require_authorization_server

    line = %(Bearer resource_metadata="#{@sandbox.https}/.well-known/oauth-protected-resource")
    assert_equal found, @client.discover(@sandbox.https, www_authenticate: line).resource_metadata
  end

  def test_require_authorization_server_raises_the_error_of_a_missing_server
    document = { resource: '${origin}', authorization_servers: ['${origin}/gone'] }
    @sandbox.play(routes: [{ path: '/.well-known/oauth-protected-resource', answers: [{ json: document }] }])
    discovery = @client.discover(@sandbox.https)
    assert_nil discovery.authorization_server
    error = assert_raises(TelnyxOauth::Error::NotFound) { discovery.require_authorization_server }
    assert_includes error.message, '/gone'
  end

  def test_the_client_uses_its_options
    client = TelnyxOauth::Client.new(**@sandbox.options(base_url: @sandbox.https, user_agent: 'my-program'))
    assert_equal [@sandbox.https], client.fetch_resource_metadata.authorization_servers
    sent = JSON.parse(Net::HTTP.get(URI("#{@sandbox.http}/.sandbox/requests")))
    assert_includes JSON.generate(sent), 'my-program'
  end

  def test_a_discovery_lists_all_challenges
    lines = ['Basic realm="a"', 'Bearer scope="calls"']
    discovery = @client.discover("#{@sandbox.https}/v2/mcp", www_authenticate: lines)
    assert_equal %w[basic bearer], discovery.challenges.map(&:scheme)
    assert_equal ['calls'], discovery.challenge.scope
    assert_equal :well_known, discovery.via
  end

  def test_a_discovery_uses_the_callers_issuer
    document = { resource: '${origin}' }
    @sandbox.play(routes: [{ path: '/.well-known/oauth-protected-resource', answers: [{ json: document }] }])
    discovery = @client.discover(@sandbox.https, issuer: @sandbox.https)
    assert_equal @sandbox.https, discovery.require_authorization_server.issuer
    error = assert_raises(TelnyxOauth::Error) { @client.discover(@sandbox.https, issuer: "#{@sandbox.https}/gone") }
    assert_equal :not_found, error.kind
    error = assert_raises(TelnyxOauth::Error) { TelnyxOauth.discover(@sandbox.https, issuer: 'nonsense') }
    assert_equal :invalid_argument, error.kind
  end

  def test_an_endpoint_of_a_discovery_is_vetted
    server = @client.discover(@sandbox.https).authorization_servers.first
    addresses = @client.vet(server.metadata.token_endpoint, from: server.metadata_url)
    assert_equal ['127.0.0.1'], addresses
    TCPSocket.new(addresses.first, @sandbox.port).close
    assert_equal ['127.0.0.1', '::1'], @client.vet('https://localhost/', from: @sandbox.https, timeout: LONG)
  end

  def test_an_endpoint_that_the_document_may_not_name_is_refused
    {
      ['https://127.0.0.1/', 'https://8.8.8.8/m'] => :blocked_address,
      ['http://127.0.0.1/', 'https://127.0.0.1/m'] => :insecure_url,
      ['nonsense', 'https://127.0.0.1/m'] => :invalid_argument,
      ['https://127.0.0.1/', 'nonsense'] => :invalid_argument
    }.each do |(url, from), kind|
      [@client, TelnyxOauth].each do |caller|
        assert_equal kind, assert_raises(TelnyxOauth::Error) { caller.vet(url, from:) }.kind
      end
    end
    proxied = TelnyxOauth::Client.new(proxy: 'http://127.0.0.1:9')
    error = assert_raises(TelnyxOauth::Error) { proxied.vet('https://as.example/', from: 'https://127.0.0.1/m') }
    assert_equal :invalid_argument, error.kind
  end

  def test_a_cancelled_token_ends_vet
    token = TelnyxOauth::CancelToken.new
    token.cancel
    error = assert_raises(TelnyxOauth::Error) { @client.vet('https://as.invalid/', from: @sandbox.https, cancel: token) }
    assert_equal :cancelled, error.kind
  end

  # The document is at a parent of the resource, and the resource may challenge a POST.
  def test_a_probe_with_a_get_alone_is_inconclusive
    @sandbox.play(routes: [{ path: '/mcp', answers: [{ status: 405 }] }])
    discovery = @client.discover("#{@sandbox.https}/mcp")
    warning = discovery.warnings.find { |it| it.kind == :probe_inconclusive }
    assert_equal "#{@sandbox.https}/mcp", warning.url
    assert_includes warning.message, 'www_authenticate'
  end

  # A server without a document about the resource, as in MCP 2025-03-26.
  def play_server_without_document
    absent = [{ status: 404 }]
    paths = ['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp', '/mcp']
    @sandbox.play(routes: paths.map { |path| { path:, answers: absent } })
  end

  def requests_to_the_resource
    sent = JSON.parse(Net::HTTP.get(URI("#{@sandbox.http}/.sandbox/requests")))
    sent.select { |request| request['target'] == '/mcp' }
  end

  def test_a_discovery_with_legacy_origin_needs_no_document
    play_server_without_document
    client = TelnyxOauth::Client.new(**@sandbox.options(legacy_origin: true))
    discovery = client.discover("#{@sandbox.https}/mcp")
    assert_equal :legacy_origin, discovery.via
    assert_nil discovery.resource_metadata
    assert_nil discovery.resource_metadata_url
    assert_equal @sandbox.https, discovery.require_authorization_server.issuer
    assert_raises(TelnyxOauth::Error::NotFound) { @client.discover("#{@sandbox.https}/mcp") }
  end

  def test_the_probe_mcp_sends_posts_with_the_header_fields
    play_server_without_document
    options = @sandbox.options(probe: 'mcp', legacy_origin: true, header: { 'x-gateway' => 'a' })
    discovery = TelnyxOauth::Client.new(**options).discover("#{@sandbox.https}/mcp")
    assert_equal ['POST'], requests_to_the_resource.map { |request| request['method'] }.uniq
    assert_includes JSON.generate(requests_to_the_resource), 'x-gateway'
    assert_includes discovery.attempts.map(&:method), 'POST'
  end

  def test_a_name_is_found_by_language
    body = JSON.generate(resource: 'https://x.example', resource_name: 'Example', 'resource_name#fr' => "L'exemple")
    response = TelnyxOauth::Response.new(status: 200, body:, content_type: 'application/json')
    found = TelnyxOauth.resource_metadata_from_response('https://x.example', response)
    assert_equal ["L'exemple", 'Example'], [found.resource_name_for('fr-CA'), found.resource_name_for('de')]
    assert_nil found.resource_tos_uri_for('fr')
  end

  # The server is a thread of this process. The server could never answer if the call blocked all threads.
  def test_other_threads_run_during_a_call
    server = TCPServer.new('127.0.0.1', 0)
    origin = "http://127.0.0.1:#{server.local_address.ip_port}"
    Thread.new do
      connection = server.accept
      connection.readpartial(65_536)
      body = JSON.generate(resource: origin, authorization_servers: [origin])
      head = ['HTTP/1.1 200 OK', 'content-type: application/json', "content-length: #{body.size}"]
      connection.write([*head, '', body].join("\r\n"))
    end
    assert_equal [origin], @client.fetch_resource_metadata(origin, timeout: LONG).authorization_servers
  ensure
    server&.close
  end

  # Starts a call to the silent peer on a new thread.
  def pending(**keywords)
    call = Thread.new do
      Thread.current.report_on_exception = false
      @client.fetch_resource_metadata(@peer.origin, **keywords)
    end
    assert_match %r{\AGET /.well-known/oauth-protected-resource HTTP/1.1\r\n}, @peer.wait_for_request
    call
  end

  def test_a_token_cancels_a_call_from_another_thread
    token = TelnyxOauth::CancelToken.new
    call = pending(cancel: token)
    token.cancel
    assert_equal :cancelled, assert_raises(TelnyxOauth::Error::Cancelled) { call.value }.kind
    assert_predicate @peer, :connection_closed?
    assert_predicate token, :cancelled?
  end

  def test_thread_raise_ends_a_call_and_does_not_cancel_its_token
    token = TelnyxOauth::CancelToken.new
    call = pending(cancel: token)
    call.raise(IOError, 'enough')
    assert_equal 'enough', assert_raises(IOError) { call.value }.message
    assert_predicate @peer, :connection_closed?
    refute_predicate token, :cancelled?
  end

  def test_thread_kill_ends_a_call
    call = pending
    call.kill
    assert_nil call.value
    assert_predicate @peer, :connection_closed?
  end

  def test_timeout_ends_a_call
    request = Thread.new { @peer.wait_for_request }
    assert_raises(Timeout::Error) { Timeout.timeout(0.5) { @client.fetch_resource_metadata(@peer.origin) } }
    request.join
    assert_predicate @peer, :connection_closed?
  end
end
