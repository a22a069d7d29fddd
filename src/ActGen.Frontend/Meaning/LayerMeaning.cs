using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Meaning;

/// <summary>A layer in its network, as rules see it.</summary>
/// <param name="Layer">As declared and understood.</param>
/// <param name="Facts">What it does.</param>
/// <param name="Before">The meaning of its inputs.</param>
/// <param name="Behind">The meaning of its outputs.</param>
/// <param name="Flow">What it does to signal and gradient; null where that cannot be predicted.</param>
internal sealed record LayerMeaning(LayerAnalysis Layer, LayerFacts Facts, Values Before, Values Behind, LayerFlow? Flow)
{
    /// <summary>Place in the declaration.</summary>
    public int Index => Layer.Index;

    /// <summary>The attribute's name.</summary>
    public string Name => Layer.Declaration.Name;

    /// <summary>Outputs on the last axis; 0 where unknown.</summary>
    public int Width => Layer.Output.IsKnown ? Layer.Output.Features : 0;

    /// <summary>Inputs on the last axis; 0 where unknown.</summary>
    public int InputWidth => Layer.Input.IsKnown ? Layer.Input.Features : 0;
}
