using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>Outputs that cannot become what the loss asks for, as their bounds stand: part of ACT2006. Scores need both signs, or room for the margin; logarithms of rates and
/// variances are below 0 for all that is below 1.</summary>
internal static class ScoresOutOfReach
{
    /// <summary>The fault of an output, or null.</summary>
    /// <param name="end">Of the network.</param>
    public static (string Text, DiagnosticSeverity Severity)? Of(NetworkEnd end) => end.Type switch
    {
        _ when double.IsNaN(end.Least) => null,
        { Expects: LossInput.Scores, IsSigned: true } => OfSigns(end),
        { Expects: LossInput.Scores } => OfMargin(end),
        { Expects: LossInput.LogRates } when end.Least >= 0 => ($"its exponential is the rate, which {Bounds(end)}", DiagnosticSeverity.Warning),
        { Expects: LossInput.MeansAndLogVariances } when end.Least >= 0 => ($"half of the outputs are logarithms of variances, which {(double.IsInfinity(end.Most) ? "are then never below 1" : $"then stay between 1 and {Wording.Factor(Math.Exp(end.Most))}")}", DiagnosticSeverity.Warning),
        _ => null,
    };

    private static string Bounds(NetworkEnd end) => double.IsInfinity(end.Most)
        ? $"is then never below {Wording.Factor(Math.Exp(end.Least))}"
        : $"then stays between {Wording.Factor(Math.Exp(end.Least))} and {Wording.Factor(Math.Exp(end.Most))}";

    /// <summary>max(0, 1 − tx): with x of one sign a target of the other costs at least 1.</summary>
    private static (string, DiagnosticSeverity)? OfSigns(NetworkEnd end) =>
        end.Least >= 0 ? ("no score is negative, so that a row of target −1 costs at least 1 and Classify never answers −1", DiagnosticSeverity.Warning)
        : end.Most <= 0 ? ("no score is positive, so that a row of target +1 costs at least 1 and Classify hardly ever answers +1", DiagnosticSeverity.Warning)
        : null;

    private static (string, DiagnosticSeverity)? OfMargin(NetworkEnd end)
    {
        double margin = end.Type.Settings.Items.FirstOrDefault(setting => setting.Argument == "margin") is { } setting ? end.Loss.Declaration.Number(setting.Argument, setting.Default) : 1;
        double reach = end.Most - end.Least;
        string wants = $"the right score is to be {Wording.Digits(margin, "G3")} above the others";
        if (!(margin > 0) || double.IsInfinity(reach) || reach > margin * 1.00001)
            return null;
        if (reach < margin * 0.99999)
            return ($"{wants}, and between {Wording.Digits(end.Least, "G3")} and {Wording.Digits(end.Most, "G3")} it is at most {Wording.Digits(reach, "G3")}: no row is ever right enough", DiagnosticSeverity.Warning);
        return end.Kind == ValueKind.Probabilities
            ? ($"{wants}, which takes p = 1, and gradients start {Wording.Count(end.Width)} times smaller than on logits", DiagnosticSeverity.Info)
            : ($"{wants}, which only the bounds {Wording.Digits(end.Least, "G3")} and {Wording.Digits(end.Most, "G3")} give, where there is no gradient", DiagnosticSeverity.Info);
    }
}
