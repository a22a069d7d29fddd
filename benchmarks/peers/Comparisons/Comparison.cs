using ActGen.Peers.Report;

namespace ActGen.Peers.Comparisons;

/// <summary>The same work in ActGen and in a peer, and what docs/benchmarks.md demands of it.</summary>
/// <param name="Name">The work.</param>
/// <param name="Peer">Who else does it.</param>
/// <param name="Ours">ActGen, the given number of times.</param>
/// <param name="Theirs">The peer, the given number of times.</param>
/// <param name="LeastRatio">Peer's time ÷ ActGen's, at least.</param>
internal sealed record Comparison(string Name, string Peer, Action<int> Ours, Action<int> Theirs, double LeastRatio)
{
    /// <summary>Most time of ActGen, in ns; null: only the ratio counts.</summary>
    public double? MostNanoseconds { get; init; }

    /// <summary>Elements of one call, where the time of each of them is of interest; 0: it is not.</summary>
    public int Elements { get; init; }

    /// <summary>Floating-point operations of one call; 0: not a measure of this work.</summary>
    public double Operations { get; init; }

    /// <summary>Least share of the core's peak of multiply-adds, where <see cref="Operations"/> are counted.</summary>
    public double? LeastShareOfPeak { get; init; }

    /// <summary>Length of a turn. With several threads the first call of a turn wakes the workers, which slept in the other one's: that must not count.</summary>
    public double Milliseconds { get; init; } = 0.5;

    /// <summary>Where two threads do ActGen's work: the work of one thread done by two that share nothing, the given number of times together. It shows what the machine gives to two threads in the same turns.</summary>
    public Action<int>? Apart { get; init; }

    /// <summary>All in turns; where <see cref="Operations"/> are counted with the multiply-adds that the core does in the same turns.</summary>
    /// <param name="group">What the result belongs to.</param>
    /// <param name="turns">How often each has its turn.</param>
    public Result Measure(string group, int turns)
    {
        List<Action<int>> ways = [Ours, Theirs];
        if (Apart is not null)
            ways.Add(Apart);
        if (Operations > 0)
            ways.Add(Peak.Run);
        (double[] nanoseconds, double[] ratios) = Interleaved.Measure([.. ways], turns, Milliseconds);
        return new(group, Name, Peer, nanoseconds[0], MostNanoseconds, ratios[1], LeastRatio, Operations > 0 ? Operations / Peak.Operations * ratios[^1] : null, LeastShareOfPeak, Elements, Apart is null ? null : ratios[1] / ratios[2]);
    }
}
