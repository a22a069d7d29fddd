using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4005: a trainer made anew in every round of the loop; evaluation or validation on the rows that were learned.</summary>
internal sealed class StateOrDataLost : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4005",
        "Training starts over, or is judged by what it learned",
        "{0}. {1}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4005.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Look(IOperation operation, UsageModel model)
    {
        if (operation is not IInvocationOperation call)
            yield break;
        if (TrainerInLoop.LoopOf(call, model) is { } loop)
            yield return Anew(call, call, TrainerInLoop.HasInnerLoop(loop));
        else if (MethodBodies.IsOwn(call.TargetMethod) && TrainerByMethod.Of(call, model) is { } made)
            yield return Anew(call, made.Creation, made.IsPerEpoch);
        else if (FitInLoop.LossOf(call, model) is { } lost)
            yield return Diagnostic.Create(Rule, call.Syntax.GetLocation(), DiagnosticSeverity.Info, additionalLocations: null, properties: null, $"Fit trains one epoch in every round: {lost}", "Call it once with Epochs = n: progress hears of each");
    }

    /// <summary>A trainer made anew where a call stands.</summary>
    private static Diagnostic Anew(IInvocationOperation call, IInvocationOperation creation, bool isPerEpoch)
    {
        bool isStateless = TrainerInLoop.IsStateless(creation);
        return Diagnostic.Create(
            Rule,
            call.Syntax.GetLocation(),
            isPerEpoch || isStateless ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            additionalLocations: call == creation ? null : [creation.Syntax.GetLocation()],
            properties: null,
            "A trainer is made in every round: " + (isStateless ? "its buffers and workers are made anew each time"
                : $"the optimizer's averages and step count start over {(isPerEpoch ? "each time" : "at each step" + TrainerInLoop.FirstStep(creation))}"),
            "Make it before the loop");
    }

    public override IEnumerable<Diagnostic> FindAll(IReadOnlyList<Seen> method, UsageModel model)
    {
        Seen[] fits = [.. method.Where(seen => seen.Call is { } call && model.Library.IsExtension(call.TargetMethod, "Fit"))];
        Seen[] evaluations = [.. method.Where(seen => seen.Call is { } call && model.Library.IsExtension(call.TargetMethod, "Evaluate"))];
        foreach (Seen fit in fits)
        {
            if (DataOf(fit, "train") is not { } train)
                continue;
            if (DataOf(fit, "validation") == train && fit.Argument("validation") is { } validation)
                yield return Report(validation.Value, DiagnosticSeverity.Warning, fit, "The validation rows are the training rows: early stopping and the best weights follow the training loss", "Split the data: data.Split(0.8)");
            if (LeakOf(fit, train, evaluations) is { } leak && fit.Argument("train") is { } whole)
                yield return Report(whole.Value, DiagnosticSeverity.Warning, leak.Evaluation, leak.What, "Fit on the other part of the split");
        }
        foreach (Seen evaluation in evaluations)
        {
            if (DataOf(evaluation, "data") is not { } data || evaluation.Argument("data") is not { } argument || evaluations.Any(other => DataOf(other, "data") != data))
                continue;
            Seen? fit = fits.FirstOrDefault(one => DataOf(one, "train") == data && IsOfWhatWasLearned(one, evaluation));
            bool isValidated = fits.Any(one => one.Argument("validation") is { ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue.HasValue: false });
            if (fit is not null && !isValidated && !IsWhole(fit, data))
                yield return Report(argument.Value, DiagnosticSeverity.Info, fit, "Evaluate measures the rows that Fit has learned, and nothing else is measured: the result says nothing about new rows", "Keep rows apart: data.Split(0.8)");
        }
    }

    private static Diagnostic Report(IOperation at, DiagnosticSeverity severity, Seen with, string what, string advice) =>
        Diagnostic.Create(Rule, at.Syntax.GetLocation(), severity, additionalLocations: [with.Operation.Syntax.GetLocation()], properties: null, what, advice);

    private static Flow.Buffer? DataOf(Seen seen, string parameter) => seen[parameter].Memory;

    /// <summary>Whether an evaluation may come after a fit of the same network.</summary>
    private static bool IsOfWhatWasLearned(Seen fit, Seen evaluation) =>
        NetworkOf(fit) is { } network && network == NetworkOf(evaluation) && evaluation.MayFollow(fit) && !IsAssigned(network, evaluation);

    /// <summary>Whether anything in the method assigns what is written so; a variable's declaration does not count.</summary>
    private static bool IsAssigned(string variable, Seen seen) => seen.Operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: var left } && left.DescendantNodesAndSelf().Any(part => part.ToString() == variable));

    /// <summary>What the method is called on, as it is written.</summary>
    private static string? NetworkOf(Seen seen) => (seen.Call?.Instance ?? seen.Call?.Arguments.FirstOrDefault()?.Value)?.Syntax.ToString();

    /// <summary>A data set of listed rows, such as a truth table: there are no others.</summary>
    private static bool IsWhole(Seen fit, Flow.Buffer data) => fit.State.ContentOf(data) is { Recipe: Recipe.Plain };

    private static (Seen Evaluation, string What)? LeakOf(Seen fit, Flow.Buffer train, Seen[] evaluations)
    {
        foreach (Seen evaluation in evaluations)
        {
            if (DataOf(evaluation, "data") is not { Key: SplitPart tested } || !IsOfWhatWasLearned(fit, evaluation))
                continue;
            if (tested.Whole == train)
                return (evaluation, "Fit learns the whole of the data, of which a part is evaluated: the result says nothing about new rows");
            if (tested.Index == 0 && train.Key is SplitPart { Index: 1, Fraction: > 0.5 } other && other.Call == tested.Call)
                return (evaluation, $"Fit learns the second part of the split, which is the smaller one, and the first is evaluated");
        }
        return null;
    }
}
