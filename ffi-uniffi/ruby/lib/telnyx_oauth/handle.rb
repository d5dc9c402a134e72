# frozen_string_literal: true

module TelnyxOauth
  # What the native library holds for one object, and releases with it: a copy would use it after that. A copy gets the
  # finalizer too, before `initialize_copy` could refuse it.
  module Handle
    def dup
      raise TypeError, "a #{self.class} cannot be copied"
    end

    def clone(**)
      dup
    end

    def marshal_dump
      raise TypeError, "a #{self.class} cannot be dumped"
    end
  end
  private_constant :Handle
  CancelToken.include(Handle)
  Client.include(Handle)
end
