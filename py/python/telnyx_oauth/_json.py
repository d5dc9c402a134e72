"""Converts JSON text to immutable values. Imported on first use, because it imports `json`."""

from json import loads


def frozen(text):
    """Returns the result of `json.loads` as immutable values: `FrozenDict`s and tuples."""
    return _frozen(loads(text))


def _frozen(value):
    if isinstance(value, dict):
        return FrozenDict((name, _frozen(each)) for name, each in value.items())
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return value


class FrozenDict(dict):
    """An immutable dict. It is hashable if its values are, and it can be pickled, copied, and passed to `json.dumps`."""

    __slots__ = ()

    def _refuse(self, *args, **kwargs):
        raise TypeError("this mapping cannot be changed: use dict(mapping) for a copy that can be changed")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self):
        return hash(frozenset(self.items()))

    def __reduce__(self):
        return FrozenDict, (dict(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
