using System.Globalization;

namespace ActGen.Peers.Report;

/// <summary>What one comparison gave, and what was demanded of it.</summary>
/// <param name="Group">The part of the report that it belongs to.</param>
/// <param name="Work">What was computed.</param>
/// <param name="Peer">Who else computed it.</param>
/// <param name="Nanoseconds">Of one call of ActGen.</param>
/// <param name="MostNanoseconds">The mark for that; null: none.</param>
/// <param name="Ratio">Peer's time ÷ ActGen's.</param>
/// <param name="LeastRatio">The mark for that.</param>
/// <param name="ShareOfPeak">Of the multiply-adds that the machine can do; null: not a measure of this work.</param>
/// <param name="LeastShareOfPeak">The mark for that; null: none.</param>
/// <param name="Elements">Elements of a call, where the time of each is of interest; 0: it is not.</param>
/// <param name="Apart">Where two threads did ActGen's work: how many times one thread's work two did that share nothing, in the same turns; null: not measured.</param>
internal sealed record Result(string Group, string Work, string Peer, double Nanoseconds, double? MostNanoseconds, double Ratio, double LeastRatio, double? ShareOfPeak, double? LeastShareOfPeak, int Elements, double? Apart)
{
    public const string Header = "group;work;peer;ns;most_ns;ratio;least_ratio;share_of_peak;least_share;elements;apart";

    public bool IsMissed => Ratio < LeastRatio || Nanoseconds > MostNanoseconds || ShareOfPeak < LeastShareOfPeak;

    /// <summary>The time, of an element where there are elements.</summary>
    public string Time => Elements > 0 ? $"{Nanoseconds / Elements:0.000} ns" : Text(Nanoseconds);

    public string Most => MostNanoseconds is not { } most ? "" : Elements > 0 ? $"{most / Elements:0.000} ns" : Text(most);

    public string Share => ShareOfPeak is not { } share ? "" : $"{share:P0}{(LeastShareOfPeak is { } least ? $" of {least:P0}" : "")}";

    /// <summary>Whether a mark is missed, and what the machine gives to two threads.</summary>
    public string Verdict => string.Join(", ", new[] { IsMissed ? "missed" : null, Apart is { } apart ? $"two apart: {apart:0.00}" : null }.OfType<string>());

    public static Result Parse(string line)
    {
        string[] cells = line.Split(';');
        return new(cells[0], cells[1], cells[2], Number(cells[3])!.Value, Number(cells[4]), Number(cells[5])!.Value, Number(cells[6])!.Value, Number(cells[7]), Number(cells[8]), int.Parse(cells[9], CultureInfo.InvariantCulture), cells.Length > 10 ? Number(cells[10]) : null);
    }

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Group};{Work};{Peer};{Nanoseconds:G5};{MostNanoseconds};{Ratio:G4};{LeastRatio};{ShareOfPeak:0.###};{LeastShareOfPeak};{Elements};{Apart:G4}");

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private static string Text(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => $"{nanoseconds:0.0} ns",
        < 1_000_000 => $"{nanoseconds / 1_000:0.00} µs",
        _ => $"{nanoseconds / 1_000_000:0.00} ms",
    };
}
