using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4006: buffers of constant length that do not fit the network or each other; constant labels that are no classes.</summary>
internal sealed class LengthsThatCannotFit : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4006",
        "Buffer or label that cannot fit",
        "{0}: this call throws an exception. {1}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4006.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Find(Seen seen, UsageModel model)
    {
        if (seen.Call is not { } call)
            return [];
        if (model.Networks.OfCall(call.TargetMethod) is { } network)
            return OfNetwork(seen, network, call.TargetMethod);
        if (model.Library.IsStep(call.TargetMethod) && model.Networks.OfArgument(call.TargetMethod) is { } trained)
            return OfStep(seen, trained);
        return model.Library.LossOf(call.TargetMethod) is { } loss ? OfLoss(seen, loss, call.TargetMethod) : [];
    }

    private static IEnumerable<Diagnostic> OfNetwork(Seen seen, NetworkContract network, IMethodSymbol method)
    {
        string inputs = method.Parameters[0].Name;
        if (Rows(seen, inputs, network.InputSize) is not { } rows)
            return Report(seen, inputs, $"{seen[inputs].Length} inputs are no whole number of rows of {network.InputSize}", $"{network.Name} takes {network.InputSize} for each row");
        if (method.Parameters.Length < 2 || method.Name == "Classify")
            return [];
        return Match(seen, method.Parameters[1].Name, rows, network.OutputSize, $"{network.Name} writes {network.OutputSize} for each row");
    }

    private static IEnumerable<Diagnostic> OfStep(Seen seen, NetworkContract network)
    {
        if (Rows(seen, "inputs", network.InputSize) is not { } rows)
            return Report(seen, "inputs", $"{seen["inputs"].Length} inputs are no whole number of rows of {network.InputSize}", $"{network.Name} takes {network.InputSize} for each row");
        if (seen.Argument("labels") is null)
            return network.Loss is { Form: not LossForm.Labels } ? Match(seen, "targets", rows, network.TargetsPerRow, $"{network.Loss.Name} takes {network.TargetsPerRow} targets for each row") : [];
        if (network.Loss is not { TakesLabels: true })
            return [];
        return [.. Match(seen, "labels", rows, network.LabelsPerRow, $"{network.Loss.Name} takes {network.LabelsPerRow} for each row"), .. Labels(seen, network.Classes, network.IgnoreIndex)];
    }

    private static IEnumerable<Diagnostic> OfLoss(Seen seen, LossType loss, IMethodSymbol method)
    {
        string outputs = method.Parameters[0].Name;
        int? length = seen[outputs].Length;
        foreach (Diagnostic found in seen.Argument("gradient") is { ArgumentKind: ArgumentKind.Explicit } ? Equal(seen, "gradient", length, outputs) : [])
            yield return found;
        if (seen.Argument("labels") is null)
        {
            string targets = method.Parameters[1].Name;
            foreach (Diagnostic found in loss.Form == LossForm.Gaussian ? [] : Equal(seen, targets, length, outputs))
                yield return found;
            yield break;
        }
        if (length is not { } scores || seen["labels"].Length is not (> 0 and var rows))
            yield break;
        if (scores % rows != 0)
        {
            foreach (Diagnostic found in Report(seen, "labels", $"{scores} {outputs} are no whole number of classes for each of {rows} labels", "The classes are the outputs divided by the labels"))
                yield return found;
            yield break;
        }
        int ignored = seen["ignoreIndex"].Constant is int index ? index : -100;
        foreach (Diagnostic found in seen.Argument("ignoreIndex") is { ArgumentKind: ArgumentKind.Explicit } && seen["ignoreIndex"].Constant is null ? [] : Labels(seen, scores / rows, ignored))
            yield return found;
    }

    /// <summary>The first constant label that is no class.</summary>
    private static IEnumerable<Diagnostic> Labels(Seen seen, int classes, int ignored)
    {
        if (classes == 0 || seen.ContentOf("labels") is not { Integers: { Count: > 0 } labels } || seen["labels"].Length != labels.Count)
            return [];
        foreach (int label in labels)
        {
            if ((uint)label >= (uint)classes && label != ignored)
                return Report(seen, "labels", $"Label {label} is no class", $"With {classes} classes labels are 0 to {classes - 1}");
        }
        return [];
    }

    private static IEnumerable<Diagnostic> Match(Seen seen, string parameter, int rows, int perRow, string rule)
    {
        if (perRow <= 0 || seen[parameter].Length is not { } length)
            return [];
        bool fits = rows > 0 ? length == (long)rows * perRow : length % perRow == 0;
        return fits ? [] : Report(seen, parameter, rows > 0 ? $"{parameter} has {length} elements, {(long)rows * perRow} are expected for {rows} rows" : $"{length} {parameter} are no whole number of rows of {perRow}", rule);
    }

    private static IEnumerable<Diagnostic> Equal(Seen seen, string parameter, int? length, string other) =>
        length is { } expected && seen[parameter].Length is { } given && given != expected
            ? Report(seen, parameter, $"{parameter} has {given} elements, {other} {expected}", "Both must be of the same length")
            : [];

    /// <summary>The rows of an argument; 0 where its length is unknown; null where it is no whole number of rows.</summary>
    private static int? Rows(Seen seen, string parameter, int perRow) =>
        seen[parameter].Length is not { } length || perRow <= 0 ? 0 : length > 0 && length % perRow == 0 ? length / perRow : null;

    private static IEnumerable<Diagnostic> Report(Seen seen, string parameter, string what, string rule) =>
        seen.Argument(parameter) is { } argument ? [Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), what, rule)] : [];
}
