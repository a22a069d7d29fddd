namespace ActGen.Ulp;

/// <summary>What a sweep over floats found.</summary>
/// <param name="Inputs">How many inputs were compared.</param>
/// <param name="Ulps">The largest error, in units in the last place of the exact value; ∞ where one is NaN and the other is not.</param>
/// <param name="At">An input with that error.</param>
/// <param name="Reversals">Neighbouring inputs at which a result falls although x rises (counted within stretches of consecutive floats only).</param>
/// <param name="LargestReversal">The largest such fall in floats.</param>
/// <param name="NotOdd">Inputs with f(−x) ≠ −f(x).</param>
internal sealed record Measurement(long Inputs, double Ulps, float At, long Reversals, long LargestReversal, long NotOdd)
{
    public static Measurement None { get; } = new(0, 0, 0, 0, 0, 0);

    public Measurement With(Measurement other)
    {
        Measurement worse = other.Ulps > Ulps ? other : this;
        return new(Inputs + other.Inputs, worse.Ulps, worse.At, Reversals + other.Reversals, Math.Max(LargestReversal, other.LargestReversal), NotOdd + other.NotOdd);
    }
}
