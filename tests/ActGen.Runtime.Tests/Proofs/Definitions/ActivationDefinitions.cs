using static ActGen.Runtime.Tests.Proofs.Definitions.Dual;

namespace ActGen.Runtime.Tests.Proofs.Definitions;

/// <summary>Every built-in activation from its definition (PyTorch's documentation and the papers named there), and formulas such as users write.
/// Constants are the float32 ones that the definitions mean. At a kink the branch that is taken carries the documented convention.</summary>
internal static class ActivationDefinitions
{
    public static IReadOnlyList<ActivationDefinition> BuiltIn { get; } =
    [
        new("ReLU", (x, p) => x > 0 ? x : 0) { Kinks = [0] },
        new("LeakyReLU", (x, p) => x > 0 ? x : p[0] * x) { Defaults = [0.01], Variants = [[], [0.2], [-0.5]], Kinks = [0] },
        new("ReLU6", (x, p) => x <= 0 ? 0 : x >= 6 ? 6 : x) { Kinks = [0, 6] },
        new("PReLU", (x, p) => x > 0 ? x : p[0] * x) { Defaults = [0.25], Variants = [[], [-0.5]], Learned = [0], Kinks = [0] },
        new("HardTanh", (x, p) => x <= p[0] ? p[0] : x >= p[1] ? p[1] : x) { Defaults = [-1, 1], Variants = [[], [-0.5, 2]], Kinks = [-1, 1, -0.5, 2] },
        new("ELU", (x, p) => x > 0 ? x : p[0] * (Exp(x) - 1)) { Defaults = [1], Variants = [[], [0.5], [1.75]], Kinks = [0] },
        new("SELU", (x, p) => 1.0507009873554804934193349852946f * (x > 0 ? x : 1.6732632423543772848170429916717f * (Exp(x) - 1))) { Kinks = [0] },
        new("CELU", (x, p) => x > 0 ? x : p[0] * (Exp(x / p[0]) - 1)) { Defaults = [1], Variants = [[], [0.5]], Kinks = [0] },
        new("Exponential", (x, p) => Exp(x)),
        new("Sigmoid", (x, p) => Sigmoid(x)),
        new("LogSigmoid", (x, p) => -Softplus(-x)),
        new("Tanh", (x, p) => Tanh(x)),
        new("Softsign", (x, p) => x / (1 + (x > 0 ? x : -x))) { Kinks = [0] },
        new("Softplus", (x, p) => Softplus(p[0] * x) / p[0]) { Defaults = [1], Variants = [[], [2]] },
        new("SiLU", (x, p) => x * Sigmoid(x)),
        new("Swish", (x, p) => x * Sigmoid(p[0] * x)) { Defaults = [1], Variants = [[], [1.5], [-0.75]], Learned = [0] },
        new("GELU", (x, p) => x * NormalCdf(x)),
        new("GELU(Approximate = true)", (x, p) => 0.5 * x * (1 + Tanh(0.7978845608028653558798921198687f * (x + (0.044715f * x * x * x))))) { Struct = "GELUTanh" },
        new("Mish", (x, p) => x * Tanh(Softplus(x))),
        new("HardSigmoid", (x, p) => x <= -3 ? 0 : x >= 3 ? 1 : (x / 6) + 0.5) { Kinks = [-3, 3] },
        new("HardSwish", (x, p) => x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6) { Kinks = [-3, 3] },
        new("Threshold", (x, p) => x > p[0] ? x : p[1]) { Defaults = [0, 0], Variants = [[], [0.25, -1], [-0.5, 0.5]], Kinks = [0, 0.25, -0.5] },
        new("ThresholdedReLU", (x, p) => x > p[0] ? x : 0) { Defaults = [1], Variants = [[], [0.25]], Kinks = [1, 0.25] },
        new("HardShrink", (x, p) => x >= -p[0] && x <= p[0] ? 0 : x) { Defaults = [0.5], Variants = [[], [0.125]], Kinks = [-0.5, 0.5, -0.125, 0.125] },
        new("SoftShrink", (x, p) => x > p[0] ? x - p[0] : x < -p[0] ? x + p[0] : 0) { Defaults = [0.5], Variants = [[], [0.125]], Kinks = [-0.5, 0.5, -0.125, 0.125] },
        new("SparseSigmoid", (x, p) => x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2) { Kinks = [-1, 1] },
        new("SparsePlus", (x, p) => x <= -1 ? 0 : x >= 1 ? x : (x + 1) * (x + 1) / 4) { Kinks = [-1, 1] },
        new("LeCunTanh", (x, p) => 1.7159f * Tanh((2f / 3) * x)),
        new("SquaredReLU", (x, p) => x > 0 ? x * x : 0) { Kinks = [0] },
        new("Abs", (x, p) => x > 0 ? x : x < 0 ? -x : 0) { Kinks = [0] },
        new("Gaussian", (x, p) => Exp(-(x * x))),
        new("Sin", (x, p) => Sin(p[0] * x)) { Defaults = [1], Variants = [[], [2.5]] },
        new("Snake", (x, p) => x + (Sin(p[0] * x) * Sin(p[0] * x) / p[0])) { Defaults = [1], Variants = [[], [0.75]], Learned = [0] },
        new("ArcTan", (x, p) => Atan(x)),
        new("BentIdentity", (x, p) => x + (x * x / 2 / (Sqrt((x * x) + 1) + 1))),
        new("ISRU", (x, p) => x / Sqrt(1 + (p[0] * x * x))) { Defaults = [1], Variants = [[], [3]] },
        new("Squareplus", (x, p) => x > 0 ? (x + Sqrt((x * x) + p[0])) / 2 : p[0] / 2 / (Sqrt((x * x) + p[0]) - x)) { Defaults = [4], Variants = [[], [0.5]] },
        new("TanhShrink", (x, p) => x - Tanh(x)),
        new("QuickGELU", (x, p) => x * Sigmoid(1.702f * x)),
        new("LiSHT", (x, p) => x * Tanh(x)),
    ];

    /// <summary>Formulas declared in the user's own assembly: without parameter, with constant, learned and both kinds of parameters, with a branch.</summary>
    public static IReadOnlyList<ActivationDefinition> Own { get; } =
    [
        new("Activation<Serf>", (x, p) => x * Erf(Softplus(x)))
        {
            Struct = "Serf",
            Source = """
                /// <summary>x·erf(softplus(x))</summary>
                [ActivationFunction]
                public readonly partial struct Serf
                {
                    /// <summary>f(x).</summary>
                    public static float Formula(float x) => x * Erf(Softplus(x));
                }
                """,
        },
        new("Activation<LeakyTanh>", (x, p) => x > 0 ? Tanh(p[0] * x) : p[1] * x)
        {
            Struct = "LeakyTanh",
            Defaults = [1, 0.25],
            Variants = [[], [0.75], [1.25, -0.5]],
            Learned = [1],
            Kinks = [0],
            Source = """
                /// <summary>tanh(s·x) where x is positive, elsewhere a line.</summary>
                [ActivationFunction]
                public readonly partial struct LeakyTanh
                {
                    /// <summary>f(x).</summary>
                    public static float Formula(float x, float scale = 1f, [Learnable] float slope = 0.25f) => x > 0 ? Tanh(scale * x) : slope * x;
                }
                """,
        },
        new("Activation<Bump>", (x, p) => (p[0] * Exp(-(x * x))) + (p[1] * x))
        {
            Struct = "Bump",
            Defaults = [1, 0.5],
            Variants = [[], [2, -0.25]],
            Learned = [0, 1],
            Source = """
                /// <summary>A bell on a line.</summary>
                [ActivationFunction]
                public readonly partial struct Bump
                {
                    /// <summary>f(x).</summary>
                    public static float Formula(float x, [Learnable] float height = 1f, [Learnable] float slope = 0.5f)
                    {
                        float bell = Exp(-(x * x));
                        return height * bell + slope * x;
                    }
                }
                """,
        },
    ];

    public static IEnumerable<ActivationDefinition> All => BuiltIn.Concat(Own);

    public static ActivationDefinition Named(string name) => All.Single(definition => definition.Name == name);

    private static Dual Sigmoid(Dual x) => 1 / (1 + Exp(-x));

    private static Dual Softplus(Dual x) => x > 0 ? x + Log1p(Exp(-x)) : Log1p(Exp(x));
}
