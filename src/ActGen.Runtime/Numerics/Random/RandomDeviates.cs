namespace ActGen.CompilerServices;

/// <summary>Real random numbers of a stream, in double, with the same bits on every machine: initial weights.</summary>
/// <remarks>Every element is a function of its index alone. A deviate carries the 32 random bits of its word; normal ones reach ±6.3 σ.</remarks>
internal static class RandomDeviates
{
    /// <summary>Uniform on (0, 1): the middles of 2³² equal intervals, never 0, never 1.</summary>
    /// <param name="stream">Seed, layer and step.</param>
    /// <param name="tensor">Which tensor of the layer.</param>
    /// <param name="element">Index in storage order of the logical tensor.</param>
    public static double Uniform(RandomStream stream, int tensor, uint element) => Uniform(Philox.Word(stream, tensor, element));

    /// <summary>Standard normal.</summary>
    /// <param name="stream">Seed, layer and step.</param>
    /// <param name="tensor">Which tensor of the layer.</param>
    /// <param name="element">Index in storage order of the logical tensor.</param>
    public static double Normal(RandomStream stream, int tensor, uint element) => NormalQuantile.Of(Uniform(stream, tensor, element));

    /// <summary>scale · standard normal, rounded once, for the elements 0, 1, …</summary>
    public static void FillNormal(RandomStream stream, int tensor, double scale, Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = (float)(scale * Normal(stream, tensor, (uint)i));
    }

    /// <summary>scale · standard normal within two deviations, rounded once, for the elements 0, 1, …</summary>
    public static void FillTruncatedNormal(RandomStream stream, int tensor, double scale, Span<float> destination)
    {
        // The quantile of a uniform number on (Φ(−2), Φ(2)).
        const double Tail = 0.02275013194817921;
        for (int i = 0; i < destination.Length; i++)
            destination[i] = (float)(scale * NormalQuantile.Of(Tail + ((1 - (2 * Tail)) * Uniform(stream, tensor, (uint)i))));
    }

    /// <summary>Uniform on ±bound, rounded once, for the elements 0, 1, …</summary>
    public static void FillUniform(RandomStream stream, int tensor, double bound, Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = (float)(bound * ((2 * Uniform(stream, tensor, (uint)i)) - 1));
    }

    /// <summary>A number below <paramref name="count"/>, uniform up to 2⁻³²·count: for shuffles.</summary>
    /// <param name="word">A random word.</param>
    /// <param name="count">Number of choices, above 0.</param>
    public static int Below(uint word, int count) => (int)(((ulong)word * (uint)count) >> 32);

    /// <summary>Uniform on (0, 1) from a random word.</summary>
    public static double Uniform(uint word) => (word + 0.5) * (1.0 / 4294967296.0);
}
