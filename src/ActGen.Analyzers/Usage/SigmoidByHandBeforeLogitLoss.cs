using System.Globalization;
using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4002: probabilities, from <c>Activations.Sigmoid(logits, p)</c>, <c>Predict</c> or a method of the project, then
/// <c>Losses.BCEWithLogits(p, …)</c> or another loss that applies the sigmoid: it is applied twice.</summary>
internal sealed class SigmoidByHandBeforeLogitLoss : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4002",
        "Sigmoid by hand before binary cross-entropy on logits",
        "'{0}' went through {1}, and Losses.{2} applies the sigmoid again: p stays in [0.5, {3}]{4}. Pass {5}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4002.md");

    /// <summary>σ(1), what the sigmoid makes of the surest probability.</summary>
    private static readonly double Surest = 1 / (1 + Math.Exp(-1));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool IsAboutHandwork => true;

    public override IEnumerable<Diagnostic> Find(Seen seen, UsageModel model)
    {
        if (seen.Call is not { } call || model.Library.LossOf(call.TargetMethod) is not { Expects: LossInput.BinaryLogits }
            || call.TargetMethod.Parameters.Length == 0 || seen.Argument(call.TargetMethod.Parameters[0].Name) is not { } argument
            || seen.ContentOf(argument.Parameter!.Name) is not { Kind: ValueKind.UnitInterval or ValueKind.Probabilities } content)
        {
            yield break;
        }
        ISymbol? logits = PassedInstead.Of(seen, argument, content);
        yield return Diagnostic.Create(
            Rule,
            argument.Value.Syntax.GetLocation(),
            content.Makers.Select(maker => maker.Syntax.GetLocation()),
            PassedInstead.Properties(logits),
            argument.Value.Syntax.ToString(),
            Makers.NameOf(content),
            call.TargetMethod.Name,
            Four(Surest),
            call.TargetMethod.Name == "BCEWithLogits" ? $", and the loss of target 0 is at least {Four(Math.Log(2))}" : "",
            logits is null ? "the logits" : $"the logits '{logits.Name}'");
    }

    private static string Four(double number) => number.ToString("F4", CultureInfo.InvariantCulture);
}
