using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>The axes of each row in another order, where values have to be moved for that.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Axes">For each axis of the output that of the input, from 0.</param>
internal sealed record PlannedPermutation(LayerPlace Place, EquatableArray<int> Axes) : PlannedLayer(Place)
{
    public override bool WorksInPlace => false;
}
