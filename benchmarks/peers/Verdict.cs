using ActGen.Peers.Comparisons;

namespace ActGen.Peers;

/// <summary>What a comparison gave.</summary>
/// <param name="Comparison">The work and its marks.</param>
/// <param name="Nanoseconds">Of one call of ActGen.</param>
/// <param name="Ratio">Peer's time ÷ ActGen's.</param>
/// <param name="Peak">The machine's most operations in a nanosecond.</param>
internal sealed record Verdict(Comparison Comparison, double Nanoseconds, double Ratio, double Peak)
{
    private double ShareOfPeak => Comparison.Operations / Nanoseconds / Peak;

    public bool IsMissed =>
        Ratio < Comparison.LeastRatio || Nanoseconds > Comparison.MostNanoseconds || (Comparison.LeastShareOfPeak is { } share && ShareOfPeak < share);

    /// <summary>A row of the table.</summary>
    public string Row =>
        $"| {Comparison.Name} | {Time(Nanoseconds)} | {(Comparison.MostNanoseconds is { } most ? Time(most) : "")} | {Comparison.Peer} | {Ratio:0.00} | {Comparison.LeastRatio:0.##} "
        + $"| {(Comparison.Operations > 0 ? $"{ShareOfPeak:P0}{(Comparison.LeastShareOfPeak is { } share ? $" of {share:P0}" : "")}" : "")} | {(IsMissed ? "missed" : "")} |";

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => $"{nanoseconds:0.0} ns",
        < 1_000_000 => $"{nanoseconds / 1_000:0.00} µs",
        _ => $"{nanoseconds / 1_000_000:0.00} ms",
    };
}
