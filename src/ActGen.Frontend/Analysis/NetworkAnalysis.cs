using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>What a declaration means. There always is one: what could not be understood is unknown, and so are the shapes
/// after it; rules that need an unknown stay silent.</summary>
/// <param name="Declaration">What was analysed, formulas resolved.</param>
/// <param name="Input">Shape of one input row.</param>
/// <param name="Layers">One for each step of the declaration, losses included.</param>
/// <param name="Problems">Why it cannot be compiled; the class's first, then in order of the layers.</param>
/// <param name="Plan">Present exactly when there is no problem.</param>
internal sealed record NetworkAnalysis(
    NetworkDeclaration Declaration,
    Shape Input,
    EquatableArray<LayerAnalysis> Layers,
    EquatableArray<Problem> Problems,
    NetworkPlan? Plan)
{
    private static readonly MemoTable<NetworkDeclaration, NetworkAnalysis> Known = new();

    /// <summary>Shape of one output row: of the last step that is no loss.</summary>
    public Shape Output => Layers.Items.LastOrDefault(layer => !layer.Declaration.IsLoss)?.Output ?? Input;

    /// <summary>The first loss, or null.</summary>
    public LayerAnalysis? Loss => Layers.Items.FirstOrDefault(layer => layer.Declaration.IsLoss);

    /// <summary>The analysis of a declaration whose formulas are resolved (<see cref="NetworkDeclaration.Resolve"/>).</summary>
    public static NetworkAnalysis Of(NetworkDeclaration declaration) =>
        Known.GetOrAdd(declaration, static one => new NetworkAnalyzer(one).Analyze());

    /// <summary>How often an analysis was really made: what caching tests count.</summary>
    public static int Computed => Known.Computed;
}
