# frozen_string_literal: true

module TelnyxOauth
  # Names the member of a value that is of a wrong type.
  module Member
    def self.named(name)
      yield
    rescue ArgumentError, EncodingError, RangeError, TypeError => e
      raise e.class, "#{name}: #{e.message}"
    end
  end
  private_constant :Member
end
