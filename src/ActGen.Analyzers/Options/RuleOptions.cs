using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Options;

/// <summary>What a project says in its <c>.editorconfig</c> beside severities. A value that cannot be read counts as not written.</summary>
/// <param name="GradientFloor"><c>actgen.gradient_floor</c>: a gradient below this share of the output's has vanished; between 0 and 1.</param>
/// <param name="ReportsLowRank"><c>actgen.low_rank = info|none</c>: whether a bottleneck without nonlinearity is mentioned.</param>
/// <param name="InferenceMethods"><c>actgen.inference_methods</c>: names of methods, split by commas, in which softmax by hand is meant.</param>
internal sealed record RuleOptions(double GradientFloor, bool ReportsLowRank, IReadOnlyCollection<string> InferenceMethods)
{
    public const string GradientFloorKey = "actgen.gradient_floor", LowRankKey = "actgen.low_rank", InferenceMethodsKey = "actgen.inference_methods";

    /// <summary>Where nothing is written.</summary>
    public static RuleOptions Default { get; } = new(1e-4, true, []);

    public static RuleOptions Read(AnalyzerConfigOptions lines) => new(
        Text(lines, GradientFloorKey) is { } floor && double.TryParse(floor, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0 and < 1
            ? share
            : Default.GradientFloor,
        Text(lines, LowRankKey)?.ToLowerInvariant() switch { "none" => false, "info" => true, _ => Default.ReportsLowRank },
        Text(lines, InferenceMethodsKey) is { } names
            ? [.. names.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0)]
            : Default.InferenceMethods);

    private static string? Text(AnalyzerConfigOptions lines, string key) => lines.TryGetValue(key, out string? text) ? text.Trim() : null;
}
