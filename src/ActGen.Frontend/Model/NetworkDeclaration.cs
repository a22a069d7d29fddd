using ActGen.Frontend.Collections;
using ActGen.Frontend.Symbols;

namespace ActGen.Frontend.Model;

/// <summary>A network as its attributes declare it: everything as written, nothing judged. Two declarations that are equal
/// give the same generated text, so this record is where incremental caching stops.</summary>
/// <param name="Type">The class and the types around it.</param>
/// <param name="Target">What the class itself is and contains, as far as it matters here.</param>
/// <param name="InputShape">Sizes of one input row as written; empty where they are missing or not constants.</param>
/// <param name="InputMeanSquare">Expected mean square of the inputs; 1 unless declared.</param>
/// <param name="HasTelemetry">Whether training steps record what layers do.</param>
/// <param name="Layers">Layers, activations and losses from input to output.</param>
internal sealed record NetworkDeclaration(
    TypeIdentity Type,
    TargetFacts Target,
    EquatableArray<int> InputShape,
    double InputMeanSquare,
    bool HasTelemetry,
    EquatableArray<LayerDeclaration> Layers)
{
    /// <summary>Steps of a network at most: far above what is trained as a stack, and still compiled in moments. Of longer ones so many and one more are here.</summary>
    public const int MostLayers = 1000;

    /// <summary>What the class is.</summary>
    public DeclarationKind Kind { get; init; }

    /// <summary>Why it cannot be that; null when nothing stands against it.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The same declaration with the formulas of this compilation filled in.</summary>
    /// <param name="formulas">Formulas of this compilation by metadata name.</param>
    public NetworkDeclaration Resolve(FormulaTable formulas) => Layers.Items.Any(layer => layer.Formula is { IsOfThisCompilation: true })
        ? this with { Layers = Layers.Select(layer => layer.Resolve(formulas)).ToEquatableArray() }
        : this;
}

/// <summary>What a class with our attributes is.</summary>
internal enum DeclarationKind
{
    /// <summary>A network.</summary>
    Network,

    /// <summary>A network like another one; its layers have the places of the other's.</summary>
    Variant,

    /// <summary>A block, looked at alone: before and behind its layers are unknown surroundings.</summary>
    Block,
}
