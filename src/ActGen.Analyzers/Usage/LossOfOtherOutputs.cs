using System.Globalization;
using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4010: a function of the class <c>Losses</c> on outputs of another kind than it takes: logits or probabilities for logarithms of probabilities, logits for
/// probabilities, rates for their logarithms. What a loss applies itself and is applied before is ACT4001 and ACT4002.</summary>
internal sealed class LossOfOtherOutputs : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4010",
        "Loss by hand of other outputs than it takes",
        "'{0}' are {1} ({2}), and Losses.{3} takes {4}: {5}. Use {6}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4010.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool IsAboutHandwork => true;

    public override IEnumerable<Diagnostic> Find(Seen seen, UsageModel model)
    {
        if (seen.Call is not { TargetMethod.Parameters.Length: > 0 } call || model.Library.LossOf(call.TargetMethod) is not { } loss
            || seen.Argument(call.TargetMethod.Parameters[0].Name) is not { } argument || seen.ContentOf(argument.Parameter!.Name) is not { Recipe: Recipe.None } content
            || Judge(loss, content, call) is not { } found)
        {
            yield break;
        }
        yield return Diagnostic.Create(
            Rule,
            argument.Value.Syntax.GetLocation(),
            content.Makers.Select(maker => maker.Syntax.GetLocation()),
            argument.Value.Syntax.ToString(),
            found.Given,
            Makers.NameOf(content),
            call.TargetMethod.Name,
            found.Taken,
            found.Consequence,
            found.Instead);
    }

    private static (string Given, string Taken, string Consequence, string Instead)? Judge(LossType loss, Content content, IInvocationOperation call) => (loss, content.Kind) switch
    {
        ({ Expects: LossInput.LogProbabilities, Form: LossForm.Labels }, ValueKind.Probabilities or ValueKind.UnitInterval) =>
            ("probabilities", "their logarithms", "it is −p of the right class, at best −1", "Losses.CrossEntropy on logits"),
        ({ Expects: LossInput.LogProbabilities, Form: LossForm.Labels }, ValueKind.Logits) when content.IsOfNetwork =>
            ("logits", "log-probabilities", Guessing(content.Classes), "Losses.CrossEntropy"),
        ({ Expects: LossInput.LogProbabilities }, ValueKind.Probabilities or ValueKind.UnitInterval) =>
            ("probabilities", "their logarithms", "what is surely right costs −1 and not 0", "Activations.LogSoftmax of the logits"),
        ({ Expects: LossInput.LogProbabilities }, ValueKind.Logits) when content.IsOfNetwork =>
            ("logits", "log-probabilities", "it falls without bound", "Activations.LogSoftmax first"),
        ({ Expects: LossInput.Probabilities, Form: LossForm.Elements }, ValueKind.Logits) when content.IsOfNetwork =>
            ("logits", "probabilities", "outside of [0, 1] it is not a number", "Losses.BCEWithLogits"),
        ({ Expects: LossInput.Probabilities, Form: LossForm.Elements }, ValueKind.LogProbabilities) =>
            ("log-probabilities", "probabilities", "below 0 it is not a number", "Losses.BCEWithLogits on logits"),
        ({ Expects: LossInput.Probabilities }, ValueKind.Logits) when content.IsOfNetwork =>
            ("logits", "probabilities", "the sums that it divides can be 0 or negative", "Activations.Sigmoid first"),
        ({ Expects: LossInput.LogRates }, ValueKind.NonNegative) when IsWithLogarithm(call) =>
            ("rates", "their logarithms", "it takes eˣ of them, at least 1", "logInput: false, or pass what Forward gives"),
        _ => null,
    };

    private static string Guessing(int classes) =>
        "it falls without bound" + (classes > 1 ? $" (guessing costs ln {classes} = {Math.Log(classes).ToString("F4", CultureInfo.InvariantCulture)})" : "");

    private static bool IsWithLogarithm(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "logInput") is not { ArgumentKind: ArgumentKind.Explicit } given || given.Value.ConstantValue is { HasValue: true, Value: true };
}
