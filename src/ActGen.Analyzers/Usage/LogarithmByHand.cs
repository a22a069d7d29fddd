using System.Collections.Immutable;
using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4004: the logarithm of softmax, of a sigmoid, of 1 + eˣ, or eˣ/Σeˣ, where one function does both without losing digits.</summary>
internal sealed class LogarithmByHand : UsageRule
{
    /// <summary>Property of the diagnostic: the text that does the same, with <c>{0}</c> for the place of the library's classes.</summary>
    public const string ReplacementProperty = "replacement";

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4004",
        "Logarithm or quotient of exponentials by hand",
        "{0}: in float {1}. Use {2}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4004.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool IsAboutHandwork => true;

    public override IEnumerable<Diagnostic> Find(Seen seen, UsageModel model)
    {
        if (seen.Call is not { Arguments.Length: > 0 } call)
        {
            if (Arithmetic.IsSoftmax(seen["left"].Number, seen["right"].Number))
                yield return Report(seen.Operation, Content.Of(Recipe.Exponential), "eˣ/Σeˣ", "eˣ overflows from x = 88.73 on, and ∞/∞ is not a number", "Activations.Softmax, which subtracts the maximum first", null);
            yield break;
        }
        bool isOfSpan = model.Library.Transfer(call.TargetMethod) is { IsLogarithm: true };
        if ((!isOfSpan && !model.Library.IsLogarithm(call.TargetMethod)) || seen.ContentOf(call.TargetMethod.Parameters[0].Name) is not { } content)
            yield break;
        bool isPlusOne = call.TargetMethod.Name is "Log1p" or "LogP1";
        string? replacement = StableForm.Of(seen, content, isOfSpan);
        switch (content)
        {
            case { Kind: ValueKind.Probabilities } when !isPlusOne:
                yield return Report(call, content, "The logarithm of softmax", "probabilities of logits that lie 104 below the largest are 0, and their logarithm is −∞", "Activations.LogSoftmax", replacement);
                break;
            case { Kind: ValueKind.UnitInterval, Recipe: Recipe.Complement } when !isPlusOne:
                yield return Report(call, content, "The logarithm of 1 − p", "1 − p is 0 where the logit is above 17.33, and its logarithm −∞", "Functions.LogSigmoid of the negated logit", null);
                break;
            case { Kind: ValueKind.UnitInterval } when !isPlusOne && IsSigmoid(content):
                yield return Report(call, content, "The logarithm of a sigmoid", "the sigmoid is 0 below x = −104, and its logarithm is −∞", isOfSpan ? "Functions.ApplyLogSigmoid" : "Functions.LogSigmoid", replacement);
                break;
            case { Recipe: Recipe.OnePlusExponential } when !isPlusOne:
            case { Recipe: Recipe.Exponential or Recipe.ExponentialOfDifference } when isPlusOne:
                yield return Report(call, content, "ln(1 + eˣ)", isPlusOne ? "eˣ overflows from x = 88.73 on" : "eˣ overflows from x = 88.73 on, and below x = −16.64 nothing is left of it", "Functions.Softplus", replacement);
                break;
        }
    }

    private static Diagnostic Report(IOperation at, Content content, string what, string consequence, string instead, string? replacement) => Diagnostic.Create(
        Rule,
        at.Syntax.GetLocation(),
        content.Makers.Select(maker => maker.Syntax.GetLocation()),
        ImmutableDictionary<string, string?>.Empty.Add(ReplacementProperty, replacement),
        what,
        consequence,
        instead);

    /// <summary>Made by a sigmoid or by <c>Predict</c>; of other squashing functions there is no logarithm to offer.</summary>
    private static bool IsSigmoid(Content content) =>
        content.Makers.All(maker => maker is IBinaryOperation or ICompoundAssignmentOperation or IInvocationOperation { TargetMethod.Name: "Sigmoid" or "ApplySigmoid" or "Predict" });
}
