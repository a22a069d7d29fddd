using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What is known about numbers: those in a buffer, or one. A buffer or number without content is unknown.</summary>
/// <param name="Kind">What they mean.</param>
/// <param name="Recipe">How they were computed.</param>
/// <param name="Makers">The calls and operations that may have made them so.</param>
internal sealed record Content(ValueKind Kind, Recipe Recipe, ImmutableHashSet<IOperation> Makers)
{
    public static Content Unwritten { get; } = Of(Recipe.Unwritten);

    public static Content Plain { get; } = Of(Recipe.Plain);

    /// <summary>Whether a network's outputs are in them.</summary>
    public bool IsOfNetwork { get; init; }

    /// <summary>The values, where all are integer constants; else none.</summary>
    public EquatableArray<int> Integers { get; init; }

    /// <summary>K of probabilities and their logarithms, where it is known; else 0.</summary>
    public int Classes { get; init; }

    public static Content Of(Recipe recipe) => new(ValueKind.Unknown, recipe, []);

    public static Content Made(ValueKind kind, IOperation maker) => new(kind, Recipe.None, [maker]);

    /// <summary>What holds of both, or null.</summary>
    public static Content? Join(Content? left, Content? right)
    {
        if (left is null || right is null)
            return null;
        if (left.Recipe == Recipe.Unwritten)
            return right;
        if (right.Recipe == Recipe.Unwritten)
            return left;
        return left.Kind == right.Kind && left.Recipe == right.Recipe && left.Integers.Equals(right.Integers)
            ? left with
            {
                Makers = left.Makers.Union(right.Makers),
                IsOfNetwork = left.IsOfNetwork && right.IsOfNetwork,
                Classes = left.Classes == right.Classes ? left.Classes : 0,
            }
            : null;
    }

    public bool Equals(Content? other) => other is not null
        && Kind == other.Kind && Recipe == other.Recipe && IsOfNetwork == other.IsOfNetwork && Classes == other.Classes
        && Integers.Equals(other.Integers) && Makers.SetEquals(other.Makers);

    public override int GetHashCode() => ((int)Kind * 31) + (int)Recipe;
}
