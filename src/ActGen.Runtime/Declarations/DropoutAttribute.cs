namespace ActGen;

/// <summary>In training, zeroes each element with probability <paramref name="rate"/> and scales the rest by 1/(1 − rate); at inference it does nothing (inverted dropout, Srivastava et al. 2014).</summary>
/// <param name="rate">Share of elements dropped: 0 ≤ rate ≤ 1.</param>
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>Share of elements dropped.</summary>
    public double Rate { get; } = rate;
}
