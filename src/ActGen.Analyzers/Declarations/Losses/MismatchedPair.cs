using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2006: outputs that are probabilities each for itself before a loss over classes, or that sum to 1 before a loss that judges each for itself; or that are bounded where the loss asks for more.</summary>
internal sealed class MismatchedPair : LossRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2006",
        "Output and loss do not belong together",
        "[{0}] before {1}: {2}",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2006.md");

    private static readonly string Classes = LossTypes.CrossEntropy.Name, Labels = LossTypes.BCEWithLogits.Name;

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end) => ScoresOutOfReach.Of(end) is { } fault ? OutOfReach(end, fault.Text, fault.Severity) : end switch
    {
        { Width: < 2 } => null,
        { Kind: ValueKind.UnitInterval, IsOnClasses: true, Source: { } sigmoid } => SigmoidOfClasses(end, sigmoid),
        { Kind: ValueKind.Probabilities, IsElementwise: true, Type.Expects: LossInput.Probabilities, Source: { } softmax } => SoftmaxOfEach(end, softmax),
        { Kind: ValueKind.Probabilities, Type.Expects: LossInput.BinaryLogits, Source: { } softmax } => SoftmaxAsLogits(end, softmax),
        _ => null,
    };

    private static Finding OutOfReach(NetworkEnd end, string text, DiagnosticSeverity severity)
    {
        LayerMeaning source = end.Source!;
        // The loss on rates themselves, where it has one.
        string? flag = end.Kind == ValueKind.NonNegative ? end.Type.Variants.Items.FirstOrDefault(variant => variant.Type.Expects == LossInput.NonNegative)?.Flag : null;
        BoundedOutput? weighted = source.Facts.HasWeights ? BoundedOutput.Of(source) : null;
        string advice = weighted?.Advice ?? $"Remove [{source.Name}]";
        bool isRemovable = weighted is not null || (source.Before.Kind == ValueKind.Logits && source.Width == source.InputWidth);
        return new Finding(source.Layer, source.Name, end.Loss.Declaration.Name, $"{text}. {(flag is null ? advice : $"{advice}, or set {flag} = false")}.")
        {
            Severity = severity,
            With = [end.Loss],
            Fixes = [.. isRemovable ? [weighted?.Fix() ?? new StackFix($"Remove [{source.Name}]", StackEdit.Remove())] : Array.Empty<StackFix>(), .. flag is null ? [] : new[] { new StackFix($"Set {flag} = false", StackEdit.SetArgument(flag, "false", place: 1)) }],
        };
    }

    /// <summary>At best the right class gets the largest value and the others the least.</summary>
    private static Finding? SigmoidOfClasses(NetworkEnd end, LayerMeaning sigmoid)
    {
        string loss = end.Loss.Declaration.Name;
        if (end.Type.Expects == LossInput.LogProbabilities)
        {
            return new Finding(sigmoid.Layer, sigmoid.Name, loss, $"the loss is −x of the right class, down to −{Wording.Digits(end.Most, "G3")}, and nothing lowers the other {Wording.Count(end.Width - 1)} classes. Use [{Classes}] on the logits; Predict returns probabilities.")
            {
                With = [end.Loss],
                Fixes = end.Activation is null ? [] : [new($"Use {Classes} on the logits", StackEdit.Remove(), StackEdit.Rename(Classes, place: 1))],
            };
        }
        if (LossFloor.Of(end.Loss.Declaration) is not { } floor || double.IsNaN(end.Most - end.Least))
            return null;
        double most = 1 / (1 + ((end.Width - 1) * Math.Exp(end.Least - end.Most)));
        string consequence = floor.IsWeighted
            ? $"the right one never gets more than probability {Wording.Digits(most)}"
            : $"the loss cannot fall below {Wording.Digits(floor.OfClasses(most, end.Width))}";
        return new Finding(sigmoid.Layer, sigmoid.Name, loss, $"with logits {Wording.Between(end.Least, end.Most)} for its {Wording.Count(end.Width)} classes {consequence}. Remove [{sigmoid.Name}]; Predict returns probabilities.")
        {
            With = [end.Loss],
            Fixes = end.Activation is null ? [] : [new($"Remove [{sigmoid.Name}]: the loss works on logits", StackEdit.Remove())],
        };
    }

    /// <summary>At p = 1/K the gradient at the logits is 1/(K(K − 1)) for a wrong class and −1/K for the right one; that of cross-entropy is
    /// K − 1 times larger, 1/K and −(K − 1)/K. With K = 2 both terms are −ln p, and their mean is cross-entropy.</summary>
    private static Finding SoftmaxOfEach(NetworkEnd end, LayerMeaning softmax)
    {
        bool isPair = end.Width == 2;
        string text = isPair
            ? $"with one-hot targets of 2 classes it is cross-entropy, but p rounds to 1 from a difference of {Wording.Digits(SigmoidBeforeBinaryLoss.RoundsToOne, "F1")} logits on. Use [{Classes}] on the logits."
            : $"{Wording.Count(end.Width)} outputs are judged one by one but share a sum of 1. Use [{Classes}], whose gradient starts {Wording.Count(end.Width - 1)} times larger; where several are right, [{Labels}].";
        var classes = new StackFix($"Use {Classes} on the logits: one class is right", StackEdit.Remove(), StackEdit.Replace(Classes, place: 1));
        return new Finding(softmax.Layer, softmax.Name, end.Loss.Declaration.Name, text)
        {
            Severity = isPair ? DiagnosticSeverity.Info : null,
            With = [end.Loss],
            Fixes = isPair ? [classes] : [classes, new($"Use {Labels} on the logits: several are right", StackEdit.Remove(), StackEdit.Replace(Labels, place: 1))],
        };
    }

    private static Finding? SoftmaxAsLogits(NetworkEnd end, LayerMeaning softmax)
    {
        if (LossFloor.Of(end.Loss.Declaration) is not { } floor)
            return null;
        // σ(s) for the right one, σ(0) for all others.
        double right = floor.At(LossFloor.ProbabilityAfterSoftmax(2, end.Scale), isPositive: true), wrong = floor.At(0.5, isPositive: false);
        double least = (right + ((end.Width - 1) * wrong)) / end.Width;
        return new Finding(softmax.Layer, softmax.Name, end.Loss.Declaration.Name, $"{Wording.Count(end.Width)} probabilities are taken for logits: with one right the loss is at least {Wording.Digits(least)}. Use [{Classes}] on the logits; where several are right, remove [{softmax.Name}].")
        {
            With = [end.Loss],
            Fixes =
            [
                new($"Remove [{softmax.Name}]: several are right", StackEdit.Remove()),
                new($"Use {Classes} on the logits: one class is right", StackEdit.Remove(), StackEdit.Replace(Classes, place: 1)),
            ],
        };
    }
}
