"""The expressions whose results NumPy is asked for, and what they are made of.

An expression is Python; statements before the last ``;`` prepare it. The names of
``NAMES`` are arrays in every layout: contiguous, transposed, reversed, strided, offset.
"""

from itertools import product

NAMES = {
    "f": "np.array([[1.5, -2.0, 0.25], [4.0, 0.0, -3.5]])",
    "i": "np.arange(-2, 4).reshape(2, 3)",
    "j": "np.array([[3, 1, 2], [5, 7, 4]], dtype=np.int32)",
    "s": "np.array([[0.5, 2.25, -1.0], [8.0, 0.1, 3.0]], dtype=np.float32)",
    "u": "np.array([[250, 3, 0], [7, 128, 255]], dtype=np.uint8)",
    "b": "np.array([[True, False, True], [False, False, True]])",
    "v": "np.array([2.0, -1.0, 0.5])",
    "w": "np.array([3, 0, -4, 2])",
    "n": "np.array([[np.nan, 1.0, np.inf], [-np.inf, 0.0, -2.0]])",
    "t": "np.arange(6.0).reshape(3, 2).T * 1.5 - 2",
    "r": "(np.arange(6.0).reshape(2, 3) / 4)[::-1, ::-1]",
    "p": "np.arange(40.0).reshape(5, 8)[1:4:2, 1:7:2] - 20",
    "o": "np.arange(12)[3:9].reshape(2, 3)",
    "h": "(np.arange(24) * 7 % 11).reshape(2, 3, 4)",
    "k": "((np.arange(24.0) * 5 % 13) / 2).reshape(4, 3, 2).transpose(2, 1, 0)[:, ::-1]",
    "z": "np.zeros((0, 3))",
    "x": "np.array([0.1] * 10 + [1e10, -1e10, 3.3] + [0.7] * 20)",
}
LAYOUTS = ("f", "t", "r", "p", "o", "i")
TYPES = ("f", "i", "j", "s", "u", "b")
WEAK = ("2", "2.5", "True", "np.float64(1.5)", "np.float32(0.1)", "np.int32(3)", "np.uint8(200)")

BINARY = (
    "add subtract multiply divide floor_divide remainder power maximum minimum fmax fmin less "
    "less_equal equal not_equal greater logical_and logical_or logical_xor arctan2 hypot fmod copysign"
).split()
UNARY = (
    "exp log log2 log10 log1p expm1 sqrt square abs sign negative reciprocal sin cos tan tanh sinh "
    "cosh arctan floor ceil trunc rint isnan isinf isfinite logical_not cbrt exp2 deg2rad signbit"
).split()
REDUCTIONS = "sum prod mean std var min max ptp argmin argmax any all count_nonzero median cumsum".split()
# NumPy answers these with float16 for bytes and truth values, which this package has not.
HALF = set(
    "arctan2 hypot copysign exp log log2 log10 log1p expm1 sqrt sin cos tan tanh sinh cosh arctan rint "
    "cbrt exp2 deg2rad signbit".split()
)
ON_ONE = (
    "np.sort({})", "np.sort({}, axis=0)", "np.argsort({}, kind='stable')", "np.argsort({}, axis=None)",
    "np.unique({})", "np.unique({}, return_counts=True)", "np.unique({}, return_inverse=True)",
    "np.reshape({}, (3, 2))", "np.ravel({})", "{}.flatten()", "np.transpose({})", "{}.T @ {}",
    "np.dot({}, {}.T)", "np.einsum('ij->ji', {})", "np.einsum('ij,ij->i', {}, {})",
    "np.einsum('ij,kj', {}, {})", "np.outer({}, {})", "np.inner({}, {})", "np.tensordot({}, {}, 2)",
    "np.where({} > 0, {}, -1)", "np.clip({}, 0, 2)", "np.flip({})", "np.flip({}, 1)", "np.roll({}, 1)",
    "np.roll({}, -1, axis=1)", "np.tile({}, (2, 1))", "np.repeat({}, 2)", "np.repeat({}, [1, 2], axis=0)",
    "np.concatenate([{}, {}])", "np.stack([{}, {}], axis=-1)", "np.vstack([{}, {}])",
    "np.hstack([{}, {}])", "np.pad({}, 1)", "np.pad({}, ((0, 1), (1, 0)), mode='edge')", "np.triu({})",
    "np.tril({}, -1)", "np.diff({})", "np.diff({}, axis=0)", "np.nonzero({})", "np.argwhere({})",
    "np.expand_dims({}, 1)", "np.swapaxes({}, 0, 1)", "np.broadcast_to({}, (2, 2, 3))", "{}.tolist()",
    "np.diag({})", "np.trace({})", "np.linalg.norm({})", "np.linalg.norm({}, axis=1)", "np.cumprod({})",
    "np.percentile({}, [25, 50])", "np.quantile({}, 0.3, axis=1)", "np.average({}, axis=0)",
    "np.array_split({}, 2, axis=1)", "np.delete({}, 1, axis=1)", "np.insert({}, 1, 9, axis=1)",
    "np.append({}, [[1, 2, 3]], axis=0)", "np.take({}, [2, 0], axis=1)", "{}[::-1, 1]", "{}[:, [2, 0]]",
    "{}[{} > 0]", "repr({})", "str({})", "np.full_like({}, 7)", "np.zeros_like({})", "{}.astype(int)",
    "{}.astype(np.float32)", "np.round({} / 3, 2)", "np.cov({})", "np.allclose({}, {} + 1e-9)",
    "np.array_equal({}, {}.copy())", "np.isin({}, [1.5, 0, 3])", "np.searchsorted(np.sort({}.ravel()), [0, 1])",
    "np.rot90({})", "np.kron({}, [1, 2])", "np.gradient({}, axis=1)",
    "np.ascontiguousarray({})", "{}.ravel()[1:4]", "np.moveaxis({}, 0, 1)", "np.atleast_3d({})",
    "np.cumsum({}, axis=0)", "np.maximum.accumulate({}, axis=1)", "np.add.reduce({}, axis=1)",
    "a = {}.copy(); a[0] = 5; a", "a = {}.copy(); a[:, 1] += 2; a", "a = {}.copy(); a[a < 0] = 0; a",
    "a = {}.copy(); a.T[1, 0] = 9; a", "a = {}.copy(); a[[1, 0]] = a; a", "a = {}.copy(); a[::-1] = a.copy(); a",
    "a = {}.copy(); a.sort(axis=0); a", "a = {}.copy(); np.add.at(a, (0, [1, 1]), 1); a",
    "a = {}.copy(); a *= 2; a", "a = {}.copy(); np.multiply(a, 3, out=a, where=a > 0); a",
    "{}.size, {}.ndim, {}.shape, {}.nbytes, {}.itemsize", "np.exp({}) / np.exp({}).sum(axis=1, keepdims=True)",
)
INDICES = (
    "1", "-1", "0, 2", "1, 2, 3", "...", "None", "..., 0", ":, None, 1", "0, ..., 1", "::-1", "1:, ::2",
    ":, 1:3, ::-2", "[0, 1]", "[1], [2], [3]", "[0, 1], [1, 2]", ":, [2, 0, 1]", "..., [3, 0]",
    "0, [1, 2]", "[0, 1], :, [1, 2]", "0, :, [1, 2]", "[0, 1], ..., None, [1, 2]", "[[0], [1]], [[1, 2]]",
    "h > 5", "h[:, 0, 0] > 3", ":, h[0, :, 0] > 3", "[True, False]", "[True, False], 1:", "np.array(1)",
    "np.int64(1), 2", "()", "1:1", "5:", "None, ..., None", "np.ix_([0, 1], [2, 0], [3])", "[-1, 0]",
    ":, np.arange(3) % 2 == 0, 1", "[], 0", "slice(None, None, -2)", "..., -1, ::-1",
)
EXACT = (
    "np.arange(5)", "np.arange(2, 11, 3)", "np.arange(0, 1, 0.25)", "np.arange(5.0)", "np.arange(3, dtype=np.float32)",
    "np.linspace(0, 1, 5)", "np.linspace(0, 1, 4, endpoint=False)", "np.linspace([0, 1], [1, 3], 3)",
    "np.linspace(0, 10, 5, dtype=int)", "np.linspace(2, 3, 3, retstep=True)", "np.logspace(0, 2, 3)",
    "np.eye(3)", "np.eye(2, 4, 1)", "np.eye(3, k=-1, dtype=int)", "np.identity(2)", "np.tri(3, 4, 1)", "np.diag([1, 2], 1)",
    "np.meshgrid([1, 2], [3, 4, 5])", "np.meshgrid([1, 2], [3, 4], indexing='ij', sparse=True)",
    "np.indices((2, 2))", "np.full((2, 2), 3)", "np.full(3, [1.5, 2, 3])", "np.ones((2, 1), dtype=bool)",
    "np.array([1, 2.5])", "np.array([True, 2])", "np.array([[1, 2], [3, 4]], dtype=np.float32)", "np.array(3)",
    "np.array([])", "np.array([[]])", "np.array([np.float32(1), 2])", "np.array([np.int32(1), np.uint8(2)])",
    "np.array([v, v])", "np.asarray(range(3))", "np.array([1.7, -1.7]).astype(int)", "np.array(5, ndmin=2)",
    "np.mgrid[0:2, 0:3]", "np.ogrid[0:2, 0:3]", "np.r_[1:3, 9]", "np.c_[[1, 2], [3, 4]]", "np.fromfunction(lambda a, c: a + c, (2, 2))",
    "np.convolve([1, 2, 3], [0, 1, 0.5])", "np.convolve([1, 2, 3, 4], np.ones(2) / 2, mode='valid')",
    "np.convolve([1, 2, 3], [0, 1], 'same')", "np.correlate([1, 2, 3], [0, 1, 0.5])", "np.interp([0.5, 3], [0, 1, 2], [1, 3, 2])",
    "np.trapezoid([1, 2, 4])", "np.polyval([1, 2, 3], 2)", "np.bincount([1, 1, 4])", "np.digitize([0.5, 2], [0, 1, 2])",
    "np.histogram([1, 2, 2, 5], bins=4)", "np.histogram([1, 2, 1], bins=[0, 1, 2, 3])", "np.union1d([1, 3], [2, 3])",
    "np.intersect1d([1, 3, 3], [3, 1])", "np.setdiff1d([1, 2, 3], [2])", "np.lexsort(([1, 2, 1], [3, 3, 1]))",
    "np.apply_along_axis(sum, 0, i)", "np.vectorize(lambda q: q * 2)(i)", "np.select([v > 1, v < 0], [v, -v], 9)",
    "np.choose([0, 1], [[1, 2], [3, 4]])", "np.unravel_index(5, (2, 3))", "np.ravel_multi_index((1, 2), (2, 3))",
    "np.take_along_axis(f, np.argsort(f, axis=1), axis=1)", "np.cross([1, 2, 3], [4, 5, 6])", "np.vdot(f, f)",
    "np.matmul(h, h.transpose(0, 2, 1))", "h @ np.arange(4)", "np.arange(3) @ h", "k @ k.swapaxes(1, 2)", "f @ v", "v @ v",
    "np.einsum('bij,bkj->bik', h, h)", "np.einsum('...ij->...', h)", "np.einsum('ii->i', np.arange(9).reshape(3, 3))",
    "np.einsum('ii', np.arange(9).reshape(3, 3))", "np.einsum('i,j,k->ijk', v, v, v[:2])", "np.einsum('bij,j->bi', h, [1, 2, 3, 4])",
    "np.einsum('...j,...j', h, h)", "np.einsum('ij,jk,kl->il', f, f.T, f)", "np.tensordot(h, h, axes=([1, 2], [1, 2]))",
    "np.dot(h, h[0].T)", "np.linalg.matrix_power([[1, 1], [1, 0]], 5)", "np.linalg.norm(h)", "np.linalg.norm(f, 1)",
    "np.linalg.norm(f, np.inf)", "np.linalg.norm(v, 1)", "np.linalg.norm(v, np.inf)", "np.linalg.norm(f, axis=0, keepdims=True)",
    "x.sum()", "np.cumsum(x)[-1]", "x.mean()", "x.std()", "np.arange(300.0).sum() / 7", "(np.arange(500) * 0.1).sum()",
    "(np.arange(600) * 0.1).reshape(20, 30).sum(0)", "(np.arange(600) * 0.1).reshape(20, 30).sum(1)", "(np.arange(600) * 0.1).reshape(30, 20).T.mean(0)",
    "np.nansum(n)", "np.nanmax(n)", "np.max(n)", "np.argmax(n)", "np.sort(n, axis=None)", "np.argsort(n, axis=None)", "np.nan_to_num(n)",
    "np.nanmean(n)", "np.isclose(n, n, equal_nan=True)", "np.maximum(n, 0)", "np.fmax(n, 0)", "np.clip(n, -1, 1)", "n.min(0)",
    "np.result_type(np.int8, np.uint8)", "np.result_type(np.int64, np.float32)", "np.promote_types('u8', 'i8')", "np.can_cast('i8', 'f4')",
    "np.result_type(np.float32, 1.5)", "np.result_type(u, 3)", "np.iinfo(np.int32).max", "np.finfo(float).eps", "np.finfo(np.float32).max",
    "np.float64(0.1) + 1", "np.int64(7) // 2", "np.int64(7) / 2", "np.float32(0.1) * 3", "np.uint8(200) + 100", "-np.uint8(1)", "np.int32(2) ** 31",
    "np.int8(100) + np.int8(100)", "np.float64(1) / 0", "np.float64(0) / 0", "np.int64(1) // 0", "np.float64(2) ** 0.5", "np.int64(5) % -3",
    "divmod(np.int64(7), 3)", "np.bool_(True) + np.bool_(True)", "~np.True_", "np.float64(1.5) > 1", "np.int64(3) == 3.0", "np.float64(3).item()",
    "int(np.float64(3.7))", "float(np.float32(0.5))", "round(np.float64(2.567), 2)", "hash(np.int64(5)) == hash(5)", "[1, 2, 3][np.int64(1)]",
    "'%.2f %d' % (np.float64(1.234), np.int64(3))", "f'{np.float64(1.234):.1f} {np.int64(5):03d} {np.float32(0.1)}'", "str(np.float64(1e20))",
    "sum(np.arange(4))", "max(v)", "list(w)", "len(h)", "2 in w", "bool(np.array([1]))", "float(np.array(2.5))", "complex(np.float64(2))",
    "np.array([1, 2]) == [1, 3]", "np.array([1, 2]) == None", "[1, 2] + np.array([1, 2])", "3 - v", "2 ** w[:2]", "1 / v", "7 // w", "7 % w", "-b.astype(int)",
    "i & 3", "i | 1", "i ^ 2", "~i", "~b", "b & True", "i << 1", "i >> 1", "b ^ b", "np.any(b, axis=0)", "np.all(b, axis=1)", "b.sum()", "b.mean()", "u.sum()",
    "u + u", "u * 2", "u - 1", "u + 1.5", "u / 2", "i / 2", "i ** 2", "f ** 2", "f ** -1.0", "s * 2.0", "s * np.float64(2)", "s + i", "s + u", "j + 1", "j * 1.0",
    "f.T.strides", "f[::-1].strides", "h.transpose(2, 0, 1).shape", "h.swapaxes(0, 2).strides", "h.reshape(6, 4).strides", "f.base is None", "f.reshape(6).base is f",
    "np.shares_memory(h, h[1:])", "f.flags.c_contiguous, f.T.flags.f_contiguous", "h.ravel().base is h", "h.T.ravel().base is None",
    "a = np.zeros(4); a[1:3] = [5, 6]; a", "a = np.arange(6); c = a.reshape(2, 3); c[0, 1] = 99; a", "a = np.arange(6); a[::2][1] = -1; a", "a = np.arange(4); a[[0, 0, 1]] += 1; a",
    "a = np.zeros((2, 3)); a[:] = [1, 2, 3]; a", "a = np.zeros((2, 3)); a[:, 0] = [1, 2]; a", "a = np.arange(5); a[1:] = a[:-1]; a", "a = np.arange(5); a[:-1] = a[1:]; a",
    "a = np.zeros(3, int); a[0] = 2.9; a", "a = np.zeros(3); a[np.array([True, False, True])] = [1, 2]; a", "a = np.zeros((2, 2)); a[[0, 1], [1, 0]] = [3, 4]; a", "a = h.copy(); a[:, [0, 2]] = -1; a",
    "a = h.copy(); a[a > 5] *= 2; a", "a = h.copy(); a[..., 0] = a[..., 1]; a", "a = np.eye(3); a.flat[::4] = 7; a", "a = np.ones((2, 2)); np.fill_diagonal(a, 5); a", "list(np.arange(4).reshape(2, 2).flat)",
    "a = np.arange(3.0); np.exp(a, out=a); a", "a = np.arange(3); a += 2; a", "a = np.arange(3.0); a //= 2; a", "a = np.ones(3); a /= 3; a", "a = np.arange(4).reshape(2, 2); a @= a; a",
    "np.full((2, 2), -np.inf)[0, 0]", "np.triu(np.full((3, 3), -np.inf), k=1)", "np.where(np.tri(3, dtype=bool), 1.0, -np.inf)", "np.exp(np.array([-np.inf, 0.0]))", "np.array([1e308]) * 10",
    "np.log(np.array([0.0, -1.0, 1.0]))", "np.array([1.0, 0.0]) / 0", "np.array([5, 3]) // 0", "np.array([5, 3]) % 0", "np.sqrt(np.array([-1.0]))", "np.exp(np.array([1000.0]))", "np.array([0.0]) ** -1", "np.float32(1e38) * 10",
    "np.mean([])", "np.mean(z, axis=0)", "z.sum(axis=1)", "z.sum()", "np.prod([])", "np.array([1.5]).astype(np.uint8)", "np.array([-1, 300]).astype(np.uint8)", "np.array([2**40]).astype(np.int32)",
    "[q for q in np.arange(3)]", "[q.tolist() for q in i]", "np.ndim(3), np.shape([[1, 2]]), np.size(h)", "np.isscalar(np.float64(1))", "np.issubdtype(np.float32, np.floating)", "f.dtype.kind, f.dtype.name, f.dtype.itemsize", "f.dtype == float, i.dtype == 'int64'",
    "np.lib.stride_tricks.sliding_window_view(np.arange(5), 3)", "np.lib.stride_tricks.sliding_window_view(f, (2, 2)).shape", "np.lib.stride_tricks.as_strided(np.arange(6), (3, 2), (8, 16))", "np.broadcast_shapes((2, 1), (3,))",
    "np.squeeze(np.ones((1, 3, 1))).shape", "np.atleast_2d([1, 2])", "np.column_stack([[1, 2], [3, 4]])", "np.dstack([[1, 2], [3, 4]])", "np.split(np.arange(6), 3)", "np.split(np.arange(6), [2, 5])", "np.ediff1d([1, 4, 9])", "np.heaviside(v, 0.5)", "np.logaddexp(f, 1)", "np.gcd(12, [8, 9])",
    "np.count_nonzero(b)", "np.round(2.5)", "np.round(-1.55, 1)", "np.round([1234.5], -2)", "np.around(f)", "np.add.outer([1, 2], [3, 4])", "np.multiply.accumulate([1, 2, 3])", "np.maximum.reduce(f)", "np.add.reduce(h, axis=(0, 2))", "np.logical_or.reduce(b)",
    "h.sum(axis=(0, 2))", "h.max(axis=(1, 2), keepdims=True)", "h.mean(axis=(0, 1))", "np.std(h, axis=(0, 2), ddof=1)", "k.sum(axis=(0, 2))", "k.argmax(axis=1)", "k.cumsum(axis=2)", "np.median(k, axis=(0, 1))", "f.sum(where=f > 0)", "f.max(initial=100)", "np.sum([1, 2], initial=5)", "np.sum([[1, 2], [3, 4]], axis=1, dtype=float)",
    "np.random.seed(0); np.random.rand(3)", "np.random.seed(1); np.random.randn(2, 2)", "np.random.seed(2); np.random.randint(0, 9, 5)", "np.random.seed(3); np.random.permutation(6)", "np.random.seed(4); np.random.choice([1, 2, 3], 4, p=[0.2, 0.3, 0.5])", "np.random.seed(5); np.random.normal(2, 3, 3)",
    "np.random.default_rng(0).random(3)", "np.random.default_rng(1).normal(size=(2, 2))", "np.random.default_rng(2).integers(0, 100, 4)", "np.random.default_rng(3).permutation(7)", "np.random.default_rng(4).choice(9, 4, replace=False)", "np.random.RandomState(6).uniform(-1, 1, 3)", "np.random.seed(7); np.random.shuffle(w); w",
)
TEXTS = (
    "np.array([1.0, 2.5, -3.25])", "np.array([1e-5, 1.0])", "np.array([1e10, 1.0])", "np.array([1e9])", "np.array([123456.789, 0.001])", "np.array([0.1, 0.12345678912])", "np.array([1/3, 2/3])", "np.array([np.nan, 1, np.inf])",
    "np.array([True, False])", "np.array([[1, 20], [300, 4]])", "np.array([], dtype=np.float32)", "np.zeros((0, 3))", "np.array(3.0)", "np.array(3)", "np.float64(0.1)", "np.float32(0.1)", "np.int64(3)", "np.True_", "np.array([0.1, 0.2], dtype=np.float32)", "np.array([1, 2], dtype=np.uint8)",
    "np.arange(30)", "np.arange(30.0) / 7", "np.arange(1001)", "np.arange(2000).reshape(40, 50)", "np.arange(24).reshape(2, 3, 4)", "np.arange(2000.0).reshape(10, 10, 20)", "np.eye(3)", "np.ones((2, 2)) / 3", "np.array([1e100, 1e-100])", "np.array([-0.0, 0.0])", "np.array([1e16])", "np.array([5e-324])",
    "np.linspace(0, 1, 20)", "np.array([[1.5, np.nan], [np.inf, -2]])", "np.array([100000.0, 1.0])", "np.array([99999999.0, 1.0])", "np.array([0.00001])", "f", "i", "s", "u", "b", "n", "t", "p", "h", "k", "x", "np.float64(1e-7)", "np.float64(123456789.0)", "np.float32(1e10)", "np.float64('nan')", "(np.float64(1), np.int64(2))", "f.dtype", "np.full((3, 3), -np.inf)", "np.array([[0.5, 0.25], [1/3, 1e-3]])", "np.array([1.0])[0]", "np.random.default_rng(0).random((3, 3))",
    "np.dtype(int)", "np.add", "np.array([1e5, 12345678.9], dtype=np.float32)", "np.array([12345.678, 0.1], dtype=np.float32)",
)
ERRORS = (
    "np.ones((2, 3)) + np.ones(4)", "np.ones((2, 3)) @ np.ones((2, 3))", "np.dot([1, 2], [1, 2, 3])", "np.dot(f, f)", "f[5]", "f[0, 9]", "f[0, 0, 0]", "f['a']", "f[1.0]", "f[[0.5]]", "np.reshape(f, (4, 2))", "f.reshape(-1, -1)", "f.reshape(5, -1)",
    "np.concatenate([f, v])", "np.concatenate([f, f.T])", "np.stack([v, w])", "np.vstack([v, w])", "np.concatenate([])", "bool(f)", "if_ = f if f > 0 else 0; if_", "f.sum(axis=2)", "f.sum(axis=-3)", "np.array([[1, 2], [3]])", "np.array([[1, 2], 3])", "a = np.zeros(2); a[:] = [1, 2, 3]; a",
    "a = np.zeros(2); a[0] = [1, 2]; a", "a = np.arange(3); a += 0.5; a", "a = np.arange(3); a /= 2; a", "a = np.zeros(3); a[np.array([True, False, True])] = [1, 2, 3]; a", "f[np.array([True, False, True])]", "np.array([300], dtype=np.uint8)", "u + 300", "u * -1", "np.uint8(256)", "np.arange(3) ** -1", "np.array([2]) ** np.array([-1])", "b - b", "-b", "f & 1", "f | f", "~f", "int(f)", "float(v)", "f.item()", "len(np.array(1))",
    "iter(np.array(1))", "[x for x in np.array(1)]", "np.split(np.arange(5), 2)", "np.squeeze(f, axis=0)", "np.transpose(f, (0, 0))", "np.transpose(f, (0, 1, 2))", "np.einsum('ij,jk->ik', f, f)", "np.einsum('ij->k', f)", "np.max([])", "np.argmax([])", "np.zeros((2, -1))", "np.linspace(0, 1, -1)", "np.take(v, 5)", "np.broadcast_to(f, (2, 2))", "f[[0, 1], [0, 1, 2]]",
    "np.expand_dims(f, 5)", "np.swapaxes(f, 0, 2)", "np.arange(1, 5, 0)", "f + 'a'", "np.matmul(2, 3)", "np.matmul(f, 2)", "f.foo", "f @ np.ones((2, 2))", "h @ f", "np.percentile(v, 101)", "np.random.choice(3, 5, replace=False)", "np.random.choice(3, p=[0.5, 0.5])", "np.random.default_rng(0).integers(5, 2)", "np.random.seed(-1)",
    "a = np.broadcast_to(v, (2, 3)); a[0, 0] = 1; a", "v[True and 3]", "w[4]", "w[-5]", "h[0, 3]", "h[:, 5]", "h[[0, 2]]", "a = np.zeros((2, 2)); a[[0, 1]] = [1, 2, 3]; a", "np.hstack([f, np.ones((3, 3))])", "np.tensordot(f, f, 1)", "np.inner(f, np.ones(2))", "np.clip(v)", "np.where(v > 0, 1)", "np.diag(h)", "np.bincount([-1])", "np.zeros(3, dtype='foo')", "np.astype(f, int)", "np.cross([1, 2], [3, 4, 5, 6])", "np.average(v, weights=[1, 2])", "np.average(v, weights=[0, 0, 0])",
)
WARNED = ("np.float64(1) / 0", "np.log(0.0)", "np.array([1, 0]) / np.array([0, 0])", "np.sqrt(-1.0)", "np.exp(1000)", "np.array([1]) // 0", "np.float64(1e308) * 10", "np.array([np.inf]) - np.inf", "np.array([np.nan]).astype(int)", "np.mean([])", "np.std([])", "np.int64(2**62) * 4", "np.log1p(-1)", "np.array([0.0]) ** -1.0", "np.divide(1.0, 0)")


def groups():
    """Each group's name and its expressions."""
    one = [text.replace("{}", name) for text in ON_ONE for name in LAYOUTS]
    pairs = [f"np.{op}({a}, {c})" for op in BINARY for a, c in product(TYPES, TYPES)
             if not (op in HALF and a in "ub" and c in "ub")]
    weak = [f"np.{op}({a}, {c})" for op in BINARY[:14] for a, c in product(TYPES, WEAK)]
    single = [f"np.{op}({a})" for op in UNARY for a in (*TYPES, "t", "n", "2", "-0.5", "0")
              if not (op in HALF and a in "ub")]
    shapes = [f"{a} {op} {c}" for op in "+*<" for a in "fthkp" for c in ("v", "f[:, :1]", "h[:, :, :1]", "r", "2.0")]
    folds = [
        f"np.{op}({a}{axis})"
        for op in REDUCTIONS
        for a in ("f", "k", "h", "b", "s", "r")
        for axis in ("", ", axis=0", ", axis=-1", *((", axis=1, keepdims=True",) if op != "cumsum" else ()))
    ]
    read = [f"{a}[{key}]" for a in "h" for key in INDICES]
    put = [f"a = h.copy(); a[{key}] = -1; a" for key in INDICES if key != "5:"]
    views = [f"k.transpose(2, 1, 0)[{key}]" for key in ("1", "..., 0", "::-1", "[0, 1]", ":, [2, 0]", "k.transpose(2, 1, 0) > 3")]
    return {
        "one": one, "pairs": pairs, "weak": weak, "single": single, "shapes": shapes, "folds": folds,
        "read": read, "put": put, "views": views, "exact": EXACT, "errors": ERRORS, "warned": WARNED,
        "texts": [form.format(text) for text in TEXTS for form in ("repr({})", "str({})")],
    }
