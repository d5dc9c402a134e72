# frozen_string_literal: true

module TelnyxOauth
  # Forbids copies of an object that owns a handle of the native library. The finalizer of the original would free the
  # handle while the copy still uses it. `initialize_copy` runs too late: the copy has the finalizer by then.
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
