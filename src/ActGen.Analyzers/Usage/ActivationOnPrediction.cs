using System.Globalization;
using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4003: softmax or sigmoid of what <c>Predict</c> has made probabilities already.</summary>
internal sealed class ActivationOnPrediction : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4003",
        "Softmax or sigmoid of a prediction",
        "'{0}' already are probabilities, {1} made them so: {2} once more leaves {3}. Remove the call; Forward gives raw outputs.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4003.md");

    /// <summary>What a sigmoid makes of probabilities: ½ to σ(1).</summary>
    private const string Halves = "numbers between 0.5 and 0.7311";

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool IsAboutHandwork => true;

    public override IEnumerable<Diagnostic> Find(Seen seen, UsageModel model)
    {
        if (seen.Call is null && Arithmetic.IsSigmoidOfShare(seen["left"], seen["right"]) && seen["right"].Number!.Makers is { IsEmpty: false } makers && makers.All(maker => IsPrediction(maker, model)))
        {
            yield return Diagnostic.Create(
                Rule, seen.Operation.Syntax.GetLocation(), makers.Select(maker => maker.Syntax.GetLocation()), Exponent(seen.Operation.Syntax), Makers.NameOf(seen["right"].Number!), "the sigmoid by hand", Halves);
        }
        if (seen.Call is not { Arguments.Length: > 0 } call || (model.Library.Transfer(call.TargetMethod)?.Makes ?? model.Library.NumberMade(call.TargetMethod)) is not { } made
            || !IsProbability(made) || seen.Argument(call.TargetMethod.Parameters[0].Name) is not { } argument
            || seen.ContentOf(argument.Parameter!.Name) is not { Recipe: Recipe.None, Makers.IsEmpty: false } content || !IsProbability(content.Kind)
            || !content.Makers.All(maker => IsPrediction(maker, model)))
        {
            yield break;
        }
        yield return Diagnostic.Create(
            Rule,
            argument.Value.Syntax.GetLocation(),
            content.Makers.Select(maker => maker.Syntax.GetLocation()),
            argument.Value.Syntax.ToString(),
            Makers.NameOf(content),
            $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
            made == ValueKind.UnitInterval ? Halves : Largest(content.Classes));
    }

    /// <summary>What the text of a quotient takes the exponential of, without its minus; the quotient itself where it does not say it.</summary>
    private static string Exponent(SyntaxNode quotient) =>
        quotient.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => call.ArgumentList.Arguments.Count == 1)?.ArgumentList.Arguments[0].Expression switch
        {
            PrefixUnaryExpressionSyntax negated => negated.Operand.ToString(),
            { } exponent => exponent.ToString(),
            _ => quotient.ToString(),
        };

    private static bool IsPrediction(IOperation maker, UsageModel model) =>
        maker is IInvocationOperation { TargetMethod.Name: "Predict" } predict && model.Networks.OfCall(predict.TargetMethod) is not null;

    private static bool IsProbability(ValueKind kind) => kind is ValueKind.Probabilities or ValueKind.UnitInterval;

    private static string Largest(int classes) => classes >= 2
        ? $"no class of {classes} more than {LossFloor.ProbabilityAfterSoftmax(classes).ToString("F4", CultureInfo.InvariantCulture)}"
        : "no class of K more than e/(e + K − 1)";
}
