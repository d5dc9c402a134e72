# frozen_string_literal: true

module TelnyxOauth
  # Runs a call on a new thread while the caller waits. Ruby can interrupt a waiting thread, but not a thread in native
  # code. An interrupt of the caller (Ctrl-C, Timeout.timeout, Thread#raise, Thread#kill) ends the call.
  module Interruptible
    # Passes a token to the block and returns the value of the block. Cancelling the token ends the call.
    def self.run(cancel)
      CancelToken.uniffi_check_lower(cancel) if cancel
      token = cancel ? cancel.child : CancelToken.new
      outcome = nil
      worker = Thread.new { outcome = attempt { yield token } }
      worker.join
      value, error = outcome
      raise error, cause: nil if error

      value
    ensure
      unless outcome
        token&.cancel
        worker&.join
      end
    end

    def self.attempt
      [yield, nil]
    rescue StandardError => e
      # Ruby sets a new backtrace when the caller's thread raises the error.
      e.set_backtrace(nil)
      [nil, e]
    end
    private_class_method :attempt
  end
  private_constant :Interruptible
end
