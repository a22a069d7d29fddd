namespace ActGen.Frontend.Calculus;

/// <summary>The nodes of a formula. Everything that is known about one stands in its row of <see cref="OperatorTable"/>.</summary>
internal enum Operator
{
    // Leaves.
    Constant,
    Input,
    Output,
    Parameter,

    // Arithmetic.
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,

    /// <summary>a·b + c with one rounding; made by lowering, never read from source.</summary>
    MultiplyAdd,

    /// <summary>a·b, but 0 where b is 0 even if a is infinite; made by lowering.</summary>
    VanishingProduct,

    // Conditions and choice.
    Greater,
    GreaterOrEqual,
    Equal,
    And,
    Or,
    Not,
    IsNaN,
    Select,

    // Functions that machines have.
    Sqrt,
    Abs,
    Sign,
    Min,
    Max,

    // Functions of the library.
    Exp,
    Expm1,
    Log,
    Log1p,
    Tanh,
    Sigmoid,
    Softplus,
    LogSigmoid,

    /// <summary>ln(cosh x), found in formulas; lowering writes it with others.</summary>
    LogCosh,
    Sin,
    Cos,
    Atan,
    Pow,
    Erf,
    Erfc,
    NormalCdf,
    NormalPdf,

    /// <summary>tanh(softplus x); made by lowering.</summary>
    TanhSoftplus,

    /// <summary>Its derivative, sech²(softplus x)·σ(x).</summary>
    TanhSoftplusSlope,

    /// <summary>σ(x)·factor, exact where σ(x) is denormal; made by lowering.</summary>
    SigmoidProduct,

    /// <summary>The same for x ≤ 0; made by lowering.</summary>
    SigmoidTail,

    /// <summary>Φ(x)·factor, exact where Φ(x) is denormal; made by lowering.</summary>
    NormalCdfProduct,

    /// <summary>x·Φ(x), exact where Φ(x) is denormal; made by lowering.</summary>
    NormalGate,

    /// <summary>tanh(softplus x)·factor, exact where tanh(softplus x) is denormal; made by lowering.</summary>
    TanhSoftplusProduct,
}
