"""Honest answers to names that NumPy has and this playground does not."""

_INSTEAD = {
    "fft": "a matrix of complex exponentials for small sizes, or np.convolve for filtering",
    "matrix": "np.array with @ for products",
    "asmatrix": "np.asarray with @ for products",
    "bmat": "np.hstack and np.vstack",
    "block": "np.hstack and np.vstack",
    "loadtxt": "open() and np.array",
    "genfromtxt": "open() and np.array",
    "savetxt": "open() and ndarray.tolist",
    "load": "lists in the code; files do not outlive a run",
    "save": "print; files do not outlive a run",
    "ma": "boolean masks and np.where",
    "rec": "one array a column",
    "recarray": "one array a column",
    "record": "one array a column",
    "float16": "np.float32",
    "half": "np.float32",
    "longdouble": "np.float64",
    "float128": "np.float64",
    "complex64": "np.complex128",
    "object_": "a Python list",
    "str_": "Python's str in a list",
    "datetime64": "Python's datetime",
    "timedelta64": "Python's timedelta",
    "poly1d": "np.polyval",
    "polyfit": "the normal equations: A.T @ A and A.T @ y",
    "roots": "np.polyval and a search",
    "nditer": "np.ndenumerate",
    "piecewise": "np.select",
    "sinc": "np.sin(np.pi * x) / (np.pi * x)",
    "einsum_path": "np.einsum",
    "setxor1d": "np.setdiff1d both ways and np.union1d",
    "nanstd": "a[~np.isnan(a)].std()",
    "nanvar": "a[~np.isnan(a)].var()",
    "nanmedian": "np.median(a[~np.isnan(a)])",
    "trapz": "np.trapezoid",
    "float_": "np.float64",
    "product": "np.prod",
    "in1d": "np.isin",
    "alltrue": "np.all",
    "sometrue": "np.any",
    "cumproduct": "np.cumprod",
    "Inf": "np.inf",
    "NaN": "np.nan",
}

_ALSO = set(
    "apply_over_axes bartlett base_repr binary_repr blackman busday_count bytes_ character "
    "clongdouble common_type complex256 core csingle ctypeslib emath f2py flexible "
    "format_float_scientific frexp from_dlpack fromfile fromregex fromstring hamming hanning "
    "histogram2d histogram_bin_edges histogramdd i0 info kaiser ldexp mask_indices matvec memmap "
    "min_scalar_type nanargmax nanargmin nancumprod nancumsum nanpercentile nanprod nanquantile "
    "packbits place poly polyadd polyder polydiv polyint polymul polynomial polysub putmask "
    "real_if_close require s_ savez savez_compressed sort_complex spacing strings "
    "tril_indices_from trim_zeros triu_indices_from typing unpackbits unwrap vecmat void "
    "cond det eig eigh eigvals eigvalsh inv lstsq cholesky matrix_rank pinv qr slogdet solve svd "
    "svdvals tensorinv tensorsolve "
    "MT19937 PCG64DXSM Philox SFC64 beta binomial bytes chisquare dirichlet exponential f gamma "
    "geometric gumbel hypergeometric laplace logistic lognormal logseries multinomial "
    "multivariate_normal negative_binomial noncentral_chisquare noncentral_f pareto poisson power "
    "rayleigh standard_cauchy standard_exponential standard_gamma standard_t triangular vonmises "
    "wald weibull zipf "
    "byteswap ctypes data device dump dumps getfield resize setfield to_device tofile".split()
)


def _message(where, name):
    text = f"this playground's numpy does not have '{where}{name}'"
    if name in _INSTEAD:
        text += f"; use {_INSTEAD[name]} instead"
    else:
        text += "; build it from the functions that are there"
    return text


def missing_from(shown, module):
    """A module's ``__getattr__``: says what is not in this playground and what to use instead."""
    where = "np." + (shown + "." if shown else "")

    def __getattr__(name):
        if name in _INSTEAD or name in _ALSO:
            raise AttributeError(_message(where, name))
        raise AttributeError(f"module {module!r} has no attribute {name!r}")

    return __getattr__


def missing_method(name):
    """The text of the error for an attribute that arrays lack."""
    if name in _ALSO and not name.startswith("_"):
        return _message("ndarray.", name)
    return f"'numpy.ndarray' object has no attribute {name!r}"


def missing_attribute(kind, shown):
    """A class's ``__getattr__`` for what its namesake in NumPy has."""

    def __getattr__(self, name):
        if name in _INSTEAD or name in _ALSO:
            raise AttributeError(_message("np." + shown, name))
        raise AttributeError(f"{kind!r} object has no attribute {name!r}")

    return __getattr__
