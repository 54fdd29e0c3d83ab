"""How arrays and scalars are printed: the options, and changing them for good or for a while."""

from contextlib import contextmanager

_DEFAULTS = {
    "precision": 8,
    "threshold": 1000,
    "edgeitems": 3,
    "linewidth": 75,
    "suppress": False,
    "nanstr": "nan",
    "infstr": "inf",
    "sign": "-",
    "formatter": None,
    "floatmode": "maxprec",
    "legacy": False,
    "override_repr": None,
}
_FLOAT_MODES = ("fixed", "unique", "maxprec", "maxprec_equal")
# Older ways of printing: up to 2.2 float32 turned to exponents later, up to 2.1 a summary did not
# tell its shape, up to 1.25 a scalar did not tell its type. Those of 1.13 and 1.21 are not here.
_LEGACY = ("1.25", "2.1", "2.2")

options = dict(_DEFAULTS)


def set_printoptions(
    precision=None,
    threshold=None,
    edgeitems=None,
    linewidth=None,
    suppress=None,
    nanstr=None,
    infstr=None,
    formatter=None,
    sign=None,
    floatmode=None,
    *,
    legacy=None,
    override_repr=None,
):
    """Change how arrays are printed: precision, threshold, linewidth, suppress and others."""
    given = dict(
        precision=precision,
        threshold=threshold,
        edgeitems=edgeitems,
        linewidth=linewidth,
        suppress=suppress,
        nanstr=nanstr,
        infstr=infstr,
        sign=sign,
        floatmode=floatmode,
        legacy=legacy,
    )
    given = {name: value for name, value in given.items() if value is not None}
    check(given)
    options.update(given, formatter=formatter, override_repr=override_repr)


def check(given):
    """Refuse options that have no meaning."""
    if given.get("floatmode", "fixed") not in _FLOAT_MODES:
        names = ", ".join(f'"{mode}"' for mode in _FLOAT_MODES)
        raise ValueError(f"floatmode option must be one of {names}")
    if given.get("sign", "-") not in ("-", "+", " "):
        raise ValueError("sign option must be one of ' ', '+', or '-'")
    if given.get("legacy", False) not in (False, *_LEGACY):
        known = ", ".join(_LEGACY)
        raise ValueError(f"this playground's legacy printing is one of {known} or False")
    if not hasattr(given.get("threshold", 0), "__float__"):
        raise TypeError("threshold must be numeric")
    if given.get("threshold", 0) != given.get("threshold", 0):
        raise ValueError(
            "threshold must be non-NAN, try sys.maxsize for untruncated representation"
        )
    if not hasattr(given.get("precision", 0), "__index__"):
        raise TypeError("precision must be an integer")


def prints_as(version):
    """Whether to print as a version did, such as ``"2.1"``, or one before it."""
    return options["legacy"] is not False and options["legacy"] <= version


def get_printoptions():
    """The current print options as a dict."""
    return dict(options)


@contextmanager
def printoptions(*args, **kwargs):
    """Context manager that changes print options for a while."""
    before = get_printoptions()
    try:
        set_printoptions(*args, **kwargs)
        yield get_printoptions()
    finally:
        options.update(before)
