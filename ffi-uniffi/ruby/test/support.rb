# frozen_string_literal: true

# Ruby's warnings are errors, in the library as in the tests.
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

# A shell that runs the tests in the background has programs ignore Ctrl-C, and they have theirs ignore it.
trap('INT', 'DEFAULT')

ROOT = File.expand_path('../../..', __dir__)
# Longer than anything here takes.
LONG = 20

# The sandbox, as a process.
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

  # What a child process needs to reach it through the default client.
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

# A server that takes one request and never answers it.
class SilentPeer
  def initialize
    @server = TCPServer.new('127.0.0.1', 0)
  end

  def origin
    "http://127.0.0.1:#{@server.local_address.ip_port}"
  end

  # Waits for the request.
  def asked
    Timeout.timeout(LONG) do
      @connection = @server.accept
      @connection.readpartial(65_536)
    end
  end

  # Waits for the end of the connection.
  def left?
    Timeout.timeout(LONG) { @connection.read.empty? }
  end

  def close
    @connection&.close
    @server.close
  end
end

# What several tests do.
class LibraryTest < Minitest::Test
  def cases(file)
    found = JSON.parse(File.read("#{ROOT}/testdata/#{file}.json"))['cases']
    refute_empty found
    found
  end

  # The kind of the error that the block raises, or what it returns.
  def outcome
    yield
  rescue TelnyxOauth::Error => e
    e.kind.to_s
  end

  # A child process that runs a program, with its output.
  def program(source, *arguments, environment: {})
    command = [RbConfig.ruby, '-w', '-r', 'telnyx_oauth', '-e', source, *arguments]
    IO.popen([environment, *command, { err: %i[child out] }], 'r+')
  end

  # The rest of a program's output, as lines, and how it ended.
  def finished(program)
    output = Timeout.timeout(3 * LONG) { program.read }
    program.close
    [output.lines(chomp: true), Process.last_status]
  end
end
