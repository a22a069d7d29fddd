namespace ActGen;

/// <summary>Describes an average of the weights over training, which often predicts better than the last weights. Immutable; the average itself lives in the trainer.</summary>
/// <remarks>PyTorch's <c>AveragedModel</c>: the first weights are copied, later ones mixed in.</remarks>
public abstract record WeightAverage
{
    private protected WeightAverage(long start) => Start = start;

    /// <summary>Updates of the optimizer before weights are averaged, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 0.</exception>
    public long Start { get; init => field = Setting.AtLeast(0L, value); }

    /// <summary>Every so many updates weights are mixed in, at least 1. Stochastic weight averaging as published does it once per epoch: the steps of an epoch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1.</exception>
    public int Interval { get; init => field = Setting.AtLeast(1, value); } = 1;

    /// <summary>How much of the new weights goes into an average of <paramref name="count"/> ones: a ← a + share·(θ − a).</summary>
    /// <param name="count">At least 1.</param>
    internal abstract double ShareAfter(long count);

    /// <summary>Whether weights are mixed in after an update.</summary>
    /// <param name="update">From 1.</param>
    internal bool Takes(long update) => update > Start && (update - Start) % Interval == 0;
}

/// <summary>Exponential moving average: a ← βa + (1 − β)θ. Keras' <c>use_ema</c> (with β = 0.99), PyTorch's <c>get_ema_avg_fn</c>.</summary>
/// <param name="Decay">β, in [0, 1): it looks back over about 1/(1 − β) updates.</param>
/// <param name="Start">Updates before weights are averaged, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record ExponentialAverage(double Decay = 0.999, long Start = 0) : WeightAverage(Start)
{
    /// <summary>β.</summary>
    public double Decay { get; init => field = Setting.BelowOne(value); } = Setting.BelowOne(Decay);

    internal override double ShareAfter(long count) => 1 - Decay;
}

/// <summary>The plain mean of all weights from <see cref="WeightAverage.Start"/> on: stochastic weight averaging (Izmailov et al. 2018) where they are taken once per epoch,
/// Polyak–Ruppert averaging, PyTorch's <c>ASGD</c>, where they are taken after every update.</summary>
/// <param name="Start">Updates before weights are averaged, at least 0; a mean over the whole training remembers its bad beginning.</param>
/// <exception cref="ArgumentOutOfRangeException">The start is below 0.</exception>
public sealed record RunningAverage(long Start) : WeightAverage(Start)
{
    internal override double ShareAfter(long count) => 1.0 / (count + 1);
}
