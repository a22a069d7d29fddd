namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>Moves numbers as storing them in float would: up or down by half a unit in the last place, at random.</summary>
internal sealed class SimulatedRounding(int seed)
{
    private const double HalfUnit = 1.0 / (1 << 24);

    private readonly Random _random = new(seed);

    /// <summary>A stored number.</summary>
    public double Relative(double value) => value * (1 + (Sign() * HalfUnit));

    /// <summary>An element of a loss's gradient: p − t is promised to half a unit of 1 before it is divided by the rows, not relative to itself.</summary>
    public double LossGradient(double value, int rows) => Relative(value) + (Sign() * HalfUnit / rows);

    private int Sign() => (2 * _random.Next(2)) - 1;
}
