using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What operators make of numbers. Everything that is not listed gives an unknown number.</summary>
internal static class Arithmetic
{
    /// <param name="operation">The operation, which becomes the maker of what it makes.</param>
    /// <param name="kind">Its operator.</param>
    /// <param name="left">What is known of the left operand.</param>
    /// <param name="right">What is known of the right operand.</param>
    public static Content? Binary(IOperation operation, BinaryOperatorKind kind, Value left, Value right) => kind switch
    {
        BinaryOperatorKind.Add => Sum(left, right) ?? Sum(right, left) ?? Computed(left, right, Recipe.Plain),
        BinaryOperatorKind.Subtract when IsOne(left) && right.Number is { Kind: ValueKind.UnitInterval or ValueKind.Probabilities } share =>
            new(ValueKind.UnitInterval, Recipe.Complement, share.Makers) { IsOfNetwork = share.IsOfNetwork },
        BinaryOperatorKind.Subtract => Computed(left, right, Recipe.Difference),
        BinaryOperatorKind.Multiply => Computed(left, right, Recipe.Plain),
        BinaryOperatorKind.Divide => Quotient(operation, left, right) ?? Computed(left, right, Recipe.Plain),
        _ => null,
    };

    public static Content? Negated(Value value) => value.Number is { Recipe: Recipe.Plain or Recipe.Difference } number ? number
        : IsShare(value.Number) ? OfShare(Recipe.NegatedShare, value.Number!) : null;

    public static Content? Exponential(Value value, bool isWide) => value.Number?.Recipe switch
    {
        Recipe.Plain or Recipe.Difference when isWide => Content.Of(Recipe.WideExponential),
        Recipe.Plain => Content.Of(Recipe.Exponential),
        Recipe.Difference => Content.Of(Recipe.ExponentialOfDifference),
        Recipe.NegatedShare => OfShare(Recipe.ExponentialOfShare, value.Number),
        _ when IsShare(value.Number) => OfShare(Recipe.ExponentialOfShare, value.Number!),
        _ => null,
    };

    /// <summary>Whether a quotient is 1/(1 + e⁻ᵖ) or eᵖ/(1 + eᵖ) of a probability p.</summary>
    public static bool IsSigmoidOfShare(Value left, Value right) =>
        right.Number is { Recipe: Recipe.OnePlusExponentialOfShare } && (IsOne(left) || left.Number is { Recipe: Recipe.ExponentialOfShare });

    /// <summary>Whether a number is eˣ / Σ eˣ.</summary>
    public static bool IsSoftmax(Content? left, Content? right) =>
        left is { Recipe: Recipe.Exponential } && right is { Recipe: Recipe.SumOfExponentials };

    private static Content? Sum(Value one, Value other) => (one, other) switch
    {
        _ when IsOne(one) && other.Number is { Recipe: Recipe.ExponentialOfShare } share => OfShare(Recipe.OnePlusExponentialOfShare, share),
        _ when IsOne(one) && other.Number is { Recipe: Recipe.Exponential or Recipe.ExponentialOfDifference } => Content.Of(Recipe.OnePlusExponential),
        ({ Number.Recipe: Recipe.Unwritten or Recipe.SumOfExponentials }, { Number.Recipe: Recipe.Exponential }) => Content.Of(Recipe.SumOfExponentials),
        _ => null,
    };

    private static Content? Quotient(IOperation operation, Value left, Value right) => right.Number?.Recipe switch
    {
        Recipe.OnePlusExponential when IsOne(left) || left.Number?.Recipe is Recipe.Exponential or Recipe.ExponentialOfDifference =>
            Content.Made(ValueKind.UnitInterval, operation),
        Recipe.OnePlusExponentialOfShare when IsSigmoidOfShare(left, right) => Content.Made(ValueKind.UnitInterval, operation),
        Recipe.SumOfExponentials when IsSoftmax(left.Number, right.Number) => Content.Made(ValueKind.Probabilities, operation),
        _ => null,
    };

    private static Content? Computed(Value left, Value right, Recipe recipe)
    {
        if (!IsComputed(left) || !IsComputed(right))
            return null;
        return Content.Of(left.Number?.Recipe == Recipe.Difference || right.Number?.Recipe == Recipe.Difference ? Recipe.Difference : recipe);
    }

    private static bool IsShare(Content? number) => number is { Recipe: Recipe.None, Kind: ValueKind.UnitInterval or ValueKind.Probabilities };

    private static Content OfShare(Recipe recipe, Content share) => new(ValueKind.Unknown, recipe, share.Makers) { IsOfNetwork = share.IsOfNetwork, Classes = share.Classes };

    private static bool IsComputed(Value value) => value.Constant is not null || value.Number is { Kind: ValueKind.Unknown, Recipe: Recipe.Plain or Recipe.Difference };

    private static bool IsOne(Value value) => value.Constant is 1 or 1f or 1.0;
}
