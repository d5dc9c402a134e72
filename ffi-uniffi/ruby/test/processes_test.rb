# frozen_string_literal: true

require_relative 'support'

# Tests of signals and forks during and between calls.
class ProcessesTest < LibraryTest
  def teardown
    @peer&.close
    @sandbox&.stop
  end

  # Runs a program with a call to the silent peer, and interrupts the program during the call.
  def interrupted(source)
    @peer = SilentPeer.new
    program = program(source, @peer.origin)
    @peer.wait_for_request
    Process.kill('INT', program.pid)
    assert_predicate @peer, :connection_closed?
    finished(program)
  end

  def test_ctrl_c_raises_interrupt_during_a_call
    output, status = interrupted(<<~'RUBY')
      begin
        TelnyxOauth.fetch_resource_metadata(ARGV[0])
      rescue Interrupt
        puts 'interrupted'
      end
    RUBY
    assert_equal [['interrupted'], true], [output, status.success?]
  end

  def test_ctrl_c_ends_a_program_that_does_not_rescue_interrupt
    _, status = interrupted('TelnyxOauth.fetch_resource_metadata(ARGV[0])')
    assert_equal Signal.list['INT'], status.termsig
  end

  def test_a_signal_handler_can_cancel_a_token
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

  def test_calls_work_before_a_fork_and_after_it_in_both_processes
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

  def test_a_call_works_in_a_child_that_is_forked_during_a_call
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
    @peer.wait_for_request
    program.close_write
    assert_predicate @peer, :connection_closed?
    assert_equal [@sandbox.https, 'true'], finished(program).first
  end

  # Ruby ignores SIGPIPE by default.
  def test_a_reset_connection_does_not_kill_the_program
    reset = { path: '/.well-known/oauth-protected-resource', answers: [{ json: { resource: '${origin}' }, reset: 3 }] }
    @sandbox = Sandbox.new({ routes: [reset] })
    # For this host name the sandbox speaks HTTP/1.1, and a reset response resets the connection.
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
