using System.Globalization;
using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4001: probabilities, from <c>Activations.Softmax(logits, p)</c>, <c>Predict</c> or a method of the project, then
/// <c>Losses.CrossEntropy(p, …)</c> or another loss that applies softmax: it is applied twice.</summary>
internal sealed class SoftmaxByHandBeforeCrossEntropy : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4001",
        "Softmax by hand before cross-entropy",
        "'{0}' went through {4}, and Losses.{3} applies softmax again: {1}. Pass {2}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4001.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool IsAboutHandwork => true;

    public override IEnumerable<Diagnostic> Find(Seen seen, UsageModel model)
    {
        if (seen.Call is not { } call || model.Library.LossOf(call.TargetMethod) is not { Expects: LossInput.ClassLogits } || seen.Argument("logits") is not { } argument
            || seen.ContentOf("logits") is not { Kind: ValueKind.Probabilities } content)
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
            Consequence(call.TargetMethod.Name, content.Classes),
            logits is null ? "the logits" : $"the logits '{logits.Name}'",
            call.TargetMethod.Name,
            Makers.NameOf(content));
    }

    /// <summary>The floor of cross-entropy, or of other losses the probability that is left, for the number of classes where all calls name the same one.</summary>
    private static string Consequence(string loss, int classes)
    {
        int? count = classes >= 2 ? classes : null;
        double most = LossFloor.ProbabilityAfterSoftmax(count ?? 10);
        bool isFloor = loss == "CrossEntropy";
        string number = (isFloor ? -Math.Log(most) : most).ToString("F4", CultureInfo.InvariantCulture);
        return (count, isFloor) switch
        {
            ({ } known, true) => $"with {known} classes the loss cannot fall below {number}",
            (null, true) => $"the loss cannot fall below ln(1 + (K − 1)/e), {number} for 10 classes",
            ({ } known, false) => $"with {known} classes the right one gets at most {number}",
            (null, false) => $"the right class gets at most e/(e + K − 1), {number} for 10 classes",
        };
    }
}
