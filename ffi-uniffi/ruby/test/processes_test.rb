# frozen_string_literal: true

require_relative 'support'

# What a process does around a call: signals and forks.
class ProcessesTest < LibraryTest
  def teardown
    @peer&.close
    @sandbox&.stop
  end

  # A program with a call that nobody answers, which is then interrupted.
  def interrupted(source)
    @peer = SilentPeer.new
    program = program(source, @peer.origin)
    @peer.asked
    Process.kill('INT', program.pid)
    assert_predicate @peer, :left?
    finished(program)
  end

  def test_ctrl_c_is_an_interrupt
    output, status = interrupted(<<~'RUBY')
      begin
        TelnyxOauth.fetch_resource_metadata(ARGV[0])
      rescue Interrupt
        puts 'interrupted'
      end
    RUBY
    assert_equal [['interrupted'], true], [output, status.success?]
  end

  def test_ctrl_c_ends_a_program_that_does_not_rescue_it
    _, status = interrupted('TelnyxOauth.fetch_resource_metadata(ARGV[0])')
    assert_equal Signal.list['INT'], status.termsig
  end

  def test_a_token_may_be_cancelled_by_a_signal_handler
    output, = interrupted(<<~'RUBY')
      token = TelnyxOauth::CancelToken.new
      trap('INT') { token.cancel }
      begin
        TelnyxOauth.fetch_resource_metadata(ARGV[0], cancel: token)
      rescue TelnyxOauth::Error => e
        puts e.kind
      end
    RUBY
    assert_equal ['cancelled'], output
  end

  def test_calls_work_before_a_fork_and_behind_it_on_both_sides
    @sandbox = Sandbox.new
    program = program(<<~'RUBY', environment: @sandbox.environment)
      client = TelnyxOauth::Client.new(cache: false)
      fetch = lambda do
        puts [TelnyxOauth, client].flat_map { |it| it.fetch_resource_metadata(timeout: 20).authorization_servers }
        $stdout.flush
      end
      child = lambda do |&body|
        _, status = Process.wait2(fork { body.call })
        exit(1) unless status.success?
      end
      2.times do
        fetch.call
        child.call { fetch.call; child.call { fetch.call } }
        fetch.call
      end
    RUBY
    output, status = finished(program)
    assert_equal [[@sandbox.https] * 16, true], [output, status.success?]
  end

  def test_a_fork_during_a_call_works_too
    @sandbox = Sandbox.new
    @peer = SilentPeer.new
    program = program(<<~'RUBY', @peer.origin, environment: @sandbox.environment)
      $stdout.sync = true
      call = Thread.new { TelnyxOauth.fetch_resource_metadata(ARGV[0]) }
      call.report_on_exception = false
      $stdin.gets
      _, status = Process.wait2(fork { puts TelnyxOauth.fetch_resource_metadata(timeout: 20).authorization_servers })
      call.kill.join
      puts status.success?
    RUBY
    @peer.asked
    program.close_write
    assert_predicate @peer, :left?
    assert_equal [@sandbox.https, 'true'], finished(program).first
  end

  # Ruby ignores SIGPIPE unless it is told not to.
  def test_a_peer_that_resets_ends_no_program
    reset = { path: '/.well-known/oauth-protected-resource', answers: [{ json: { resource: '${origin}' }, reset: 3 }] }
    @sandbox = Sandbox.new({ routes: [reset] })
    # Of a host of this name the sandbox speaks HTTP/1.1, where what ends an answer ends its connection.
    program = program(<<~'RUBY', @sandbox.port.to_s, environment: @sandbox.environment)
      trap('PIPE', 'SYSTEM_DEFAULT')
      pin = TelnyxOauth::Pin.new(host: 'http1.example', port: Integer(ARGV[0]), address: '127.0.0.1')
      client = TelnyxOauth::Client.new(resolve: [pin], max_retries: 0)
      50.times do
        client.fetch_resource_metadata("https://http1.example:#{ARGV[0]}")
      rescue TelnyxOauth::Error => e
        puts e.kind
      end
    RUBY
    output, status = finished(program)
    assert_equal [['transport'] * 50, true], [output, status.success?]
  end
end
