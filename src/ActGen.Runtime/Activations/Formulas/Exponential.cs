using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>eˣ: a positive output such as a rate.</summary>
    [ActivationFunction]
    public readonly partial struct Exponential
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
#pragma warning disable ACT0011 // e^x does overflow above 88.72; the library applies it to log-probabilities, which are at most 0.
        public static float Formula(float x) => Exp(x);
#pragma warning restore ACT0011
    }
}
