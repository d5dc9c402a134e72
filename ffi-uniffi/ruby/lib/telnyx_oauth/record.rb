# frozen_string_literal: true

module TelnyxOauth
  # The methods of every value of this library.
  module Record
    # The members by their names.
    def to_h
      instance_variables.to_h { |name| [name[1..].to_sym, instance_variable_get(name)] }
    end

    # Values of one class with the same members are equal.
    def ==(other)
      other.instance_of?(self.class) && to_h == other.to_h
    end
    alias eql? ==

    def hash
      [self.class, to_h].hash
    end
  end
end
