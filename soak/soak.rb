# frozen_string_literal: true

# soak.rb ORIGIN THREADS CALLS LATENCIES: does the same as soak.rs.

require 'telnyx_oauth'

origin, threads, calls, latencies = ARGV
latencies = latencies.split(',')
client = TelnyxOauth::Client.new(cache: false, max_retries: 0, proxy: '', timeout: 30)
numbers = Queue.new
calls.to_i.times { |number| numbers << number }
numbers.close
lines = Queue.new

def now
  Process.clock_gettime(Process::CLOCK_MONOTONIC, :float_millisecond)
end

workers = Array.new(threads.to_i) do
  Thread.new do
    while (number = numbers.pop)
      latency = latencies[number % latencies.size]
      started = now
      outcome = begin
        found = client.discover("#{origin}/#{latency}")
        found.authorization_servers.all?(&:metadata) ? 'ok' : 'no authorization server'
      rescue TelnyxOauth::Error => e
        e.message
      end
      lines << format('%<latency>s %<elapsed>.1f %<outcome>s', latency:, elapsed: now - started, outcome:)
    end
  end
end
workers.each(&:join)
puts lines.pop until lines.empty?
