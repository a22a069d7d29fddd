using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Random numbers of one layer of one simulated network, the same on every machine: SplitMix64 (Steele, Lea &amp; Flood 2014).</summary>
internal sealed class DeadRandom(uint network, uint stream)
{
    /// <summary>1/√(4·⅓): four uniform numbers on ±1.</summary>
    private static readonly double Unit = Math.Sqrt(0.75);

    /// <summary>Standard deviation of a standard normal number within ±2.</summary>
    private const double TruncatedDeviation = 0.8796256610342398;

    private ulong _state = unchecked((((ulong)network << 32) | stream) * 0xD1342543DE82EF95);

    /// <summary>An initial element of a tensor.</summary>
    public double Next(ParameterTensor tensor) => tensor.Distribution switch
    {
        InitialDistribution.Normal => tensor.Scale * NextNormal(),
        InitialDistribution.Uniform => tensor.Scale * ((2 * NextUnit()) - 1),
        // Nearly orthonormal columns of random direction.
        InitialDistribution.Orthogonal => Math.Sqrt(InitialVariance.Of(tensor)) * NextNormal(),
        InitialDistribution.TruncatedNormal => tensor.Scale * TruncatedDeviation * NextNormal(),
        _ => tensor.Scale,
    };

    /// <summary>The sum of four uniform numbers, variance 1: near enough to normal for a direction, and quick.</summary>
    public double NextNormal()
    {
        ulong bits = NextBits();
        double sum = 0;
        for (int i = 0; i < 64; i += 16)
            sum += (bits >> i) & 0xFFFF;
        return Unit * ((sum / 32767.5) - 4);
    }

    /// <summary>A whole number from 0 on.</summary>
    public int NextBelow(int end) => (int)(NextUnit() * end);

    private double NextUnit() => (NextBits() >> 11) / 9007199254740992.0;

    private ulong NextBits()
    {
        ulong z = unchecked(_state += 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
