namespace ActGen;

public static partial class Formulas
{
    /// <summary>The tanh approximation of the Gaussian error linear unit.</summary>
    [ActivationFunction, WithoutAttribute]
    public readonly partial struct GELUTanh
    {
        private const float SqrtTwoOverPi = 0.79788456080286535588f;

        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => 0.5f * x * (1 + Functions.Tanh(SqrtTwoOverPi * (x + (0.044715f * x * x * x))));
    }
}
