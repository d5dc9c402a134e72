# frozen_string_literal: true

module TelnyxOauth
  # The methods that all records of this library share.
  module Record
    # Returns the members as a hash with symbols as keys.
    def to_h
      instance_variables.to_h { |name| [name[1..].to_sym, instance_variable_get(name)] }
    end

    # Returns true if both records have the same class and equal members.
    def ==(other)
      other.instance_of?(self.class) && to_h == other.to_h
    end
    alias eql? ==

    def hash
      [self.class, to_h].hash
    end
  end
end
