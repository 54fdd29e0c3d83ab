"""Types of parameters and results, from which make_stubs.py writes the type hints."""

ARRAYS = (
    "a x x1 x2 b m v y arr ary A B array element test_elements p q f xp fp ar ar1 ar2 a1 a2 "
    "u prototype fill_value values condition val weights indices low high scale loc n pvals cov "
    "sigma actual desired object prepend append src start stop real imag a_min a_max min max "
    "multi_index sorter bins fweights aweights repeats choices constant_values other w"
)
FLAGS = (
    "subok copy endpoint retstep sparse increasing equal_nan overwrite_input keepdims "
    "assume_unique invert stable returned return_index return_inverse return_counts "
    "return_indices sorted right rowvar bias verbose strict unique fractional replace shuffle "
    "hermitian compute_uv "
    "full_matrices wrap align cache full upper writeable equal_nan write uic"
)
NUMBERS = "k N M num ndmin ndmax count offset axis1 axis2 axisa axisb axisc decimals minlength"
NUMBERS += " edge_order ndim n_children pool_size n_children_spawned decimal deg ddof max_work"
REALS = "base rtol atol tol dx rcond nan"
TEXTS = "order casting mode indexing side method err_msg separator prefix suffix trim msg UPLO"
TEXTS += " check_valid"
OPTIONAL_TEXTS = "kind device doc floatmode sign"
SHAPES = "shape size new_shape dimensions dims window_shape reps"
SEQUENCES = "arrays tup choicelist condlist keys"
CALLS = "function func1d pyfunc"

BY_NAME = {
    **dict.fromkeys(ARRAYS.split(), "_ArrayLike"),
    **dict.fromkeys(FLAGS.split(), "builtins.bool"),
    **dict.fromkeys(NUMBERS.split(), "int"),
    **dict.fromkeys(REALS.split(), "float"),
    **dict.fromkeys(TEXTS.split(), "str"),
    **dict.fromkeys(OPTIONAL_TEXTS.split(), "str"),
    **dict.fromkeys(SHAPES.split(), "_Shape"),
    **dict.fromkeys(SEQUENCES.split(), "Sequence[_ArrayLike]"),
    **dict.fromkeys(CALLS.split(), "Callable[..., Any]"),
    "dtype": "_DTypeLike",
    "type1": "_DTypeLike",
    "type2": "_DTypeLike",
    "axis": "_Axes",
    "axes": "Any",
    "out": "ndarray",
    "where": "_ArrayLike",
    "dst": "ndarray",
    "seed": "int | Sequence[int]",
    "kth": "int | Sequence[int]",
    "strides": "Sequence[int]",
    "indices_or_sections": "int | Sequence[int]",
    "source": "int | Sequence[int]",
    "destination": "int | Sequence[int]",
    "shift": "int | Sequence[int]",
}
# Parameters of one function that mean something else than elsewhere.
BY_FUNCTION = {
    "copy": {"order": "str"},
    "ndarray.fill": {"value": "_ArrayLike"},
    "ndarray.reshape": {"shape": "Any"},
    "random.binomial": {"n": "_ArrayLike"},
    "matrix_power": {"n": "int"},
    "linalg.matrix_power": {"n": "int"},
    "diff": {"n": "int"},
    "tril_indices": {"n": "int", "m": "int"},
    "triu_indices": {"n": "int", "m": "int"},
    "diag_indices": {"n": "int"},
    "identity": {"n": "int"},
    "vander": {"N": "int"},
    "divmod": {"out": "tuple[ndarray | None, ndarray | None]"},
    "modf": {"out": "tuple[ndarray | None, ndarray | None]"},
    "format_float_positional": {"sign": "builtins.bool"},
}

# Results that are not always an array.
RESULTS = {
    "builtins.bool": "allclose array_equal array_equiv shares_memory may_share_memory "
    "can_cast issubdtype isscalar isrealobj iscomplexobj",
    "int": "ndim size",
    "tuple[int, ...]": "shape broadcast_shapes",
    "str": "array2string array_repr array_str format_float_positional",
    "_DType": "result_type promote_types",
    "dict[str, Any]": "geterr seterr get_printoptions",
    "None": "fill_diagonal put put_along_axis copyto set_printoptions ndarray.fill "
    "ndarray.setflags ndarray.sort ndarray.partition ndarray.put random.seed random.shuffle "
    "random.set_state "
    "random.Generator.shuffle testing.assert_allclose testing.assert_equal "
    "testing.assert_array_equal testing.assert_array_almost_equal testing.assert_almost_equal "
    "testing.assert_array_less testing.assert_ ufunc.at",
    "list[ndarray]": "split array_split hsplit vsplit",
    "tuple[ndarray, ...]": "nonzero meshgrid ix_ diag_indices tril_indices triu_indices "
    "broadcast_arrays unstack ndarray.nonzero modf divmod",
    "tuple[ndarray, ndarray]": "histogram",
    "list[Any]": "ndarray.tolist",
    "Generator": "random.default_rng",
    "list[Generator]": "random.Generator.spawn",
    "Iterator[Any]": "ndenumerate ndindex",
}
# A number or an array, as the arguments have it.
EITHER = (
    "sum prod mean std var min amin max amax ptp argmin argmax any all median percentile quantile "
    "average count_nonzero nansum nanprod nanmean nanstd nanvar nanmin nanmax nanargmin nanargmax "
    "nanmedian nanpercentile nanquantile where unique atleast_1d atleast_2d atleast_3d dot matmul "
    "inner vdot vecdot tensordot einsum trace take searchsorted digitize interp trapezoid corrcoef "
    "polyval gradient intersect1d linspace real imag nan_to_num round around clip fix isclose "
    "unravel_index ravel_multi_index apply_along_axis fromfunction select indices rint "
    "ndarray.item ndarray.sum ndarray.prod ndarray.mean ndarray.std ndarray.var ndarray.min "
    "ndarray.max ndarray.argmin ndarray.argmax ndarray.any ndarray.all ndarray.trace ndarray.dot "
    "ndarray.take ndarray.searchsorted ufunc.reduce testing.assert_raises polyfit "
    "isposinf isneginf isreal broadcast_arrays"
).split()
PROPERTIES = {
    "ndarray.shape": "tuple[int, ...]",
    "ndarray.strides": "tuple[int, ...]",
    "ndarray.ndim": "int",
    "ndarray.size": "int",
    "ndarray.itemsize": "int",
    "ndarray.nbytes": "int",
    "ndarray.dtype": "_DType",
    "ndarray.base": "ndarray | None",
    "ndarray.flat": "flatiter",
    "ndarray.flags": "Any",
    "random.Generator.bit_generator": "PCG64",
}
CONSTANTS = {"newaxis": "None", "True_": "bool_", "False_": "bool_"}


def of_parameter(function, name, default):
    """The type of a parameter; None is allowed where it is the default."""
    found = BY_FUNCTION.get(function, {}).get(name) or BY_NAME.get(name, "Any")
    allows_none = found in ("Any", "_DTypeLike", "_Axes")
    return f"{found} | None" if default == "None" and not allows_none else found


def of_result(function):
    """The type of what a function returns."""
    for kind, names in RESULTS.items():
        if function in names.split():
            return kind
    if function in EITHER or function.startswith(("random.", "linalg.", "testing.")):
        return "Any"
    return "ndarray"
