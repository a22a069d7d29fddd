using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4008: a loss whose targets are outputs of a network and whose outputs are not.</summary>
internal sealed class LossArgumentsSwapped : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4008",
        "Arguments of a loss swapped",
        "'{1}' comes from {2} and is passed as the targets of Losses.{3}, '{0}' as what was predicted: {4}. Swap them.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4008.md");

    private static readonly string[] WordsForTargets = ["target", "targets", "label", "labels", "truth", "expected", "wanted"];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Find(Seen seen, UsageModel model)
    {
        if (seen.Call is not { TargetMethod.Parameters.Length: >= 2 } call || model.Library.LossOf(call.TargetMethod) is not { } loss)
            yield break;
        string outputs = call.TargetMethod.Parameters[0].Name, targets = call.TargetMethod.Parameters[1].Name;
        if (seen.Argument(outputs) is not { } first || seen.Argument(targets) is not { } second
            || seen.ContentOf(targets) is not { IsOfNetwork: true } content || seen.ContentOf(outputs) is { IsOfNetwork: true } || !IsSwapped(seen, first, loss, content))
        {
            yield break;
        }
        bool isLogits = content.Kind == ValueKind.Logits && NeedsShares(loss);
        yield return Diagnostic.Create(
            Rule,
            first.Value.Syntax.GetLocation(),
            [second.Value.Syntax.GetLocation()],
            first.Value.Syntax.ToString(),
            second.Value.Syntax.ToString(),
            Makers.NameOf(content),
            call.TargetMethod.Name,
            isLogits ? "logits are no probabilities, the loss can be negative" : "the gradient is that of the targets, and nothing learns");
    }

    /// <summary>Outputs of another network may be targets: of distillation, of value iteration. Then they are not logits where
    /// probabilities are expected, and what is passed first is not called a target.</summary>
    private static bool IsSwapped(Seen seen, IArgumentOperation first, LossType loss, Content targets)
    {
        // The value of a distance does not depend on the order, only the gradient does.
        if (loss.LargestSlope is not null && seen.Argument("gradient") is not { ArgumentKind: ArgumentKind.Explicit })
            return false;
        if (seen.ContentOf(first.Parameter!.Name) is { Recipe: not Recipe.Unwritten, Kind: not ValueKind.Unknown })
            return false;
        return (targets.Kind == ValueKind.Logits && NeedsShares(loss)) || IsCalledTarget(first.Value);
    }

    private static bool NeedsShares(LossType loss) => loss.Expects is LossInput.ClassLogits or LossInput.BinaryLogits or LossInput.Probabilities && !loss.IsSigned;

    private static bool IsCalledTarget(IOperation value)
    {
        string? name = value.WithoutConversions() switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IFieldReferenceOperation field => field.Field.Name.TrimStart('_'),
            IPropertyReferenceOperation property => property.Property.Name,
            _ => null,
        };
        return WordsForTargets.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
