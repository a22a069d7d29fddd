using System.Globalization;

namespace ActGen.Analyzers.Tests.Corpus;

/// <summary>How many faulty programs are found.</summary>
/// <param name="Found">Programs of which every expected rule is reported.</param>
/// <param name="Judged">Programs of which every expected rule exists.</param>
internal readonly record struct Recall(int Found, int Judged)
{
    public double Share => (double)Found / Judged;

    public static Recall Of(IEnumerable<CorpusResult> faulty)
    {
        CorpusResult[] judged = [.. faulty.Where(result => !result.IsAwaited)];
        return new Recall(judged.Count(result => result.IsFound), judged.Length);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Found} found of {Judged} whose rules exist: recall {100 * Share:F1} %");
}
