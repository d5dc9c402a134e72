# frozen_string_literal: true

module TelnyxOauth
  # Adds the name of a member to the error for a member of the wrong type.
  module Member
    def self.named(name)
      yield
    rescue ArgumentError, EncodingError, RangeError, TypeError => e
      raise e.class, "#{name}: #{e.message}"
    end
  end
  private_constant :Member
end
