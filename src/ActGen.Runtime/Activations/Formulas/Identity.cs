namespace ActGen;

public static partial class Formulas
{
    /// <summary>The identity, y = x: a layer without activation.</summary>
    [ActivationFunction, WithoutAttribute]
    public readonly partial struct Identity
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x;
    }
}
