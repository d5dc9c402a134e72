# frozen_string_literal: true

# Raises Ruby's warnings as errors, in the library and in the tests.
$VERBOSE = true
def Warning.warn(message, **)
  raise message
end

require 'json'
require 'minitest/autorun'
require 'net/http'
require 'rbconfig'
require 'socket'
require 'telnyx_oauth'
require 'timeout'

# A shell ignores SIGINT for background jobs, and child processes inherit that setting.
trap('INT', 'DEFAULT')

ROOT = File.expand_path('../../..', __dir__)
# A deadline in seconds that no test reaches.
LONG = 20

# A sandbox in its own process.
class Sandbox
  attr_reader :http, :https, :ca_file

  def initialize(scenario = nil)
    @output = IO.popen([ENV.fetch('TELNYX_OAUTH_COMMAND'), 'sandbox', '--json', { err: File::NULL }])
    @http, @https, @ca_file = JSON.parse(@output.gets).values_at('http', 'https', 'ca_file')
    play(scenario) if scenario
  end

  def play(scenario)
    json = { 'content-type' => 'application/json' }
    response = Net::HTTP.post(URI("#{http}/.sandbox/scenario"), JSON.generate(scenario), json)
    raise response.body unless response.code == '204'
  end

  def port
    Integer(https[/\d+\z/])
  end

  # The environment for a child process whose default client calls the sandbox.
  def environment
    { 'SSL_CERT_FILE' => ca_file, 'TELNYX_BASE_URL' => https }
  end

  def options(**others)
    pin = TelnyxOauth::Pin.new(host: 'expired.example', port:, address: '127.0.0.1')
    { ca_file:, max_retries: 0, proxy: '', resolve: [pin] }.merge(others)
  end

  def stop
    Process.kill('INT', @output.pid)
    @output.close
  end
end

# A server that reads one request and never answers.
class SilentPeer
  def initialize
    @server = TCPServer.new('127.0.0.1', 0)
  end

  def origin
    "http://127.0.0.1:#{@server.local_address.ip_port}"
  end

  # Waits for the request and returns it.
  def wait_for_request
    Timeout.timeout(LONG) do
      @connection = @server.accept
      @connection.readpartial(65_536)
    end
  end

  # Waits until the client closes the connection. Returns true if the client sent nothing more.
  def connection_closed?
    Timeout.timeout(LONG) { @connection.read.empty? }
  end

  def close
    @connection&.close
    @server.close
  end
end

# Helpers that several tests share.
class LibraryTest < Minitest::Test
  def cases(file)
    found = JSON.parse(File.read("#{ROOT}/testdata/#{file}.json"))['cases']
    refute_empty found
    found
  end

  # Returns the value of the block, or the kind of the error that the block raises.
  def outcome
    yield
  rescue TelnyxOauth::Error => e
    e.kind.to_s
  end

  # Starts a Ruby program in a child process. Returns the pipe to the program.
  def program(source, *arguments, environment: {})
    command = [RbConfig.ruby, '-w', '-r', 'telnyx_oauth', '-e', source, *arguments]
    IO.popen([environment, *command, { err: %i[child out] }], 'r+')
  end

  # Returns the remaining lines of a program's output, and its exit status.
  def finished(program)
    output = Timeout.timeout(3 * LONG) { program.read }
    program.close
    [output.lines(chomp: true), Process.last_status]
  end
end
