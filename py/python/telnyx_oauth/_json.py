"""JSON text as Python's values."""

# Made with the first text, as `json` need not be imported before.
_decoder = None


def loads(text):
    """What `json.loads` makes of the text. An integer of more digits than Python converts is a float."""
    global _decoder
    if _decoder is None:
        from json import JSONDecoder

        _decoder = JSONDecoder(parse_int=_number)
    return _decoder.decode(text)


def frozen(text):
    """The same of values that cannot be changed: objects are `FrozenDict`s, and arrays are tuples."""
    return _frozen(loads(text))


def _number(text):
    try:
        return int(text)
    except ValueError:
        return float(text)


def _frozen(value):
    if isinstance(value, dict):
        return FrozenDict((name, _frozen(each)) for name, each in value.items())
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return value


class FrozenDict(dict):
    """A dict that cannot be changed. It hashes if its values do, and it pickles, copies and dumps as JSON."""

    __slots__ = ()

    def _refuse(self, *args, **kwargs):
        raise TypeError("this mapping cannot be changed: dict(mapping) is a copy that can")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self):
        return hash(frozenset(self.items()))

    def __reduce__(self):
        return FrozenDict, (dict(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
