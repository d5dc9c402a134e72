# frozen_string_literal: true

module TelnyxOauth
  # An object of the native library, which its finalizer releases. A copy would use it after that, so it cannot be
  # copied. `initialize_copy` would be too late to refuse: the copy has the finalizer by then.
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
