//! The numbers that the numpy package uses for kernels, element types and operations.
//!
//! `www/python/numpy/_kernels.py` and `_reduce.py` hold the same lists; a test in the real engine
//! compares every operation with its Python version.

/// Declares an enum whose variants are numbered from zero, and the way back from a number.
macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident { $($variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant),* }

        impl $name {
            /// All variants, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The variant with this number.
            pub fn from_code(code: i32) -> Option<Self> {
                Self::ALL.get(usize::try_from(code).ok()?).copied()
            }
        }
    };
}

numbered!(
    /// What to run.
    Kernel { Binary, Unary, Reduce, Matmul, Sort, Argsort, Cast, Linalg }
);

numbered!(
    /// Routines of linear algebra.
    Routine { Solve, Invert, Determinant, Qr, Cholesky, Eigh, Eig, Svd, Reflections }
);

numbered!(
    /// How an operand's elements are stored. Truth values are bytes.
    Type { F64, F32, I64, I32, U8 }
);

numbered!(
    /// Element-wise functions of two numbers, by NumPy's names.
    Binary {
        Add, Subtract, Multiply, Divide, FloorDivide, Remainder, Power, Maximum, Minimum, Fmax, Fmin,
        Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, LogicalAnd, LogicalOr, LogicalXor,
        Arctan2, Hypot,
    }
);

numbered!(
    /// Element-wise functions of one number, by NumPy's names.
    Unary {
        Negative, Absolute, Sign, Square, Sqrt, Exp, Log, Tanh, Sin, Cos, Expm1, Log1p, Log2, Log10,
        Reciprocal, Floor, Ceil, Isnan, Isinf, Isfinite, LogicalNot,
    }
);

numbered!(
    /// Ways to combine a run of numbers into one.
    Reduction { Sum, Product, Max, Min, Argmax, Argmin, Any, All }
);

/// Bits of the flags that a kernel returns: what went wrong in some element.
pub mod flags {
    /// A finite number was divided by zero, or a logarithm taken of zero.
    pub const DIVIDE: i32 = 1;
    /// Finite numbers gave an infinite result.
    pub const OVERFLOW: i32 = 2;
    /// Numbers gave NaN.
    pub const INVALID: i32 = 4;
}
