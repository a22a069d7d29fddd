using System.Collections.Immutable;
using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Meaning;

namespace ActGen.Analyzers.Declarations.Propagation;

/// <summary>What the rules about signal and gradient of a whole new network have in common.</summary>
internal static class NetworkScale
{
    /// <summary>The largest root mean square, of the signal relative to the input and of the gradient relative to the output, that still works.</summary>
    public const double Ceiling = 1e4;

    private const string Initializer = "Init", Factor = "InitScale";

    /// <summary>The predicted gradient behind the first layer that is trained, relative to that at the output: what training has to go by.
    /// Null where it cannot be predicted.</summary>
    public static double? FirstGradient(this NetworkMeaning network) =>
        network.FirstTrained?.Flow is { IsPredictable: true } flow ? flow.OutputGradient : null;

    /// <summary>The same where activations and initial weights are most of the reason that it is so small. Widths and means over positions make it smaller too, in every network of this
    /// shape, good ones among them: another activation would not help.</summary>
    public static double? LostGradient(this NetworkMeaning network) =>
        network.FirstGradient() is { } gradient && network.KeptGradient() is var kept && kept * kept <= gradient ? gradient : null;

    /// <summary>What would be left of the gradient were all layers equally wide: weights pass it on as they pass on the signal, and activations f by √(E f′²·q/E f²) less.</summary>
    private static double KeptGradient(this NetworkMeaning network)
    {
        if (network.LastWeighted is not { Flow: { } last } end || network.FirstTrained is not { Flow: { } first } start)
            return 1;
        return network.Between(start.Index, end.Index).Aggregate(last.Output / first.Output, static (kept, layer) => layer is { Facts.Function: { } f, Flow: { } flow }
            ? kept * Math.Sqrt(f.MomentsAt(flow.Input * flow.Input).DerivativeMeanSquare) / flow.SignalFactor
            : kept);
    }

    /// <summary>The places of all layers: a finding about the whole network is told once.</summary>
    public static ImmutableArray<int> AllPlaces(this NetworkMeaning network) => [.. network.Layers.Select(layer => layer.Index)];

    /// <summary>Whether nothing resets the scale on the way and nothing leads past the layers.</summary>
    public static bool IsPlain(this NetworkMeaning network) =>
        network.Layers.All(layer => layer.Facts is { Normalizes: NormalizedOver.None, HasOneReader: true });

    /// <summary>The layers whose start the author declares.</summary>
    public static ImmutableArray<LayerMeaning> DeclaredStarts(this NetworkMeaning network) =>
        [.. network.Weighted.Where(layer => layer.Facts.Start is { IsDeclared: true, Constant: null })];

    /// <summary>The same network with weights that start as <c>Auto</c> has them.</summary>
    public static NetworkMeaning WithAutoStart(this NetworkMeaning network) => network.With(static layer =>
        ProductLayer.StartOf(layer).Constant is null ? layer with { Arguments = [.. layer.Arguments.Where(argument => argument.Name is not (Initializer or Factor))] } : layer);

    /// <summary>Leaves the start of layers to <c>Auto</c>.</summary>
    /// <param name="places">The layers' places in the finding.</param>
    public static StackFix AutoStart(IEnumerable<int> places) => new(
        "Leave the initial weights to Auto",
        [.. places.SelectMany(place => new[] { StackEdit.RemoveArgument(Initializer, place), StackEdit.RemoveArgument(Factor, place) })]);

    /// <summary>Puts another activation in the place of some.</summary>
    /// <param name="name">The attribute without suffix.</param>
    /// <param name="places">The layers' places in the finding.</param>
    public static StackFix Use(string name, IEnumerable<int> places) => new($"Use {name}", [.. places.Select(place => StackEdit.Replace(name, place: place))]);
}
