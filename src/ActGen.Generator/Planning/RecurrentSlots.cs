using ActGen.Frontend.Model;

namespace ActGen.Generator.Planning;

/// <summary>What a recurrent layer has in training.</summary>
/// <param name="Directions">In each direction, the forward one first.</param>
/// <param name="Product">Where forward has a product of one step; null for nowhere.</param>
/// <param name="StateGradient">Where backward has the gradient of one state.</param>
internal sealed record RecurrentSlots(IReadOnlyList<DirectionSlots> Directions, Slot? Product, Slot StateGradient)
{
    /// <summary>What forward writes.</summary>
    public IEnumerable<Slot> Forward => Directions.SelectMany(static direction => direction.Kept).Concat(Product is null ? [] : [Product]);

    /// <summary>What backward writes.</summary>
    public IEnumerable<Slot> Backward => Directions.Select(static direction => direction.InputGradient).Append(StateGradient).OfType<Slot>();
}

/// <summary>What it has in one direction.</summary>
/// <param name="Gates">The gates of each step; backward writes their gradients over them.</param>
/// <param name="Cells">What the cell keeps beside them; null for nothing.</param>
/// <param name="States">The state before each step.</param>
/// <param name="InputGradient">The second direction's gradient by the input, which is added to that of the first; null for the first.</param>
internal sealed record DirectionSlots(Slot Gates, Slot? Cells, Slot States, Slot? InputGradient)
{
    /// <summary>What forward keeps for backward.</summary>
    public IEnumerable<Slot> Kept => new[] { Gates, Cells, States }.OfType<Slot>();
}

/// <summary>The same while the plan is made.</summary>
/// <param name="layer">The layer.</param>
/// <param name="suffix">What its values are called.</param>
/// <param name="leases">Where memory comes from.</param>
internal sealed class RecurrentStores(PlannedRecurrent layer, string suffix, Leases leases)
{
    private readonly (Store Gates, Store? Cells, Store States)[] _kept = [.. layer.Directions.Select(direction => (
        Take(leases, "Gates" + suffix + direction.Mark, layer.GateWidth, 0)!,
        Take(leases, "Cells" + suffix + direction.Mark, layer.KeptWidth, 0),
        Take(leases, "States" + suffix + direction.Mark, layer.StateWidth, 0)!))];

    private readonly Store? _product = Take(leases, "Product" + suffix, layer.ForwardWidth, 0);

    private Store? _stateGradient, _inputGradient;

    public RecurrentSlots Slots => new(
        [.. _kept.Select((kept, i) => new DirectionSlots(kept.Gates.Slot, kept.Cells?.Slot, kept.States.Slot, i == 0 ? null : _inputGradient!.Slot))],
        _product?.Slot,
        _stateGradient!.Slot);

    /// <summary>Backward begins at one time and has its last meeting at another one.</summary>
    public void GoBack(int start, int end)
    {
        _stateGradient = Take(leases, "GState" + suffix, layer.Units, start);
        _inputGradient = layer.IsBidirectional ? Take(leases, "GInput" + suffix, (int)layer.Input.Size, start) : null;
        foreach (Store? store in _kept.SelectMany(kept => new[] { kept.Gates, kept.Cells, kept.States }).Concat([_stateGradient, _inputGradient]))
            store?.Touch(end);
    }

    private static Store? Take(Leases leases, string name, int width, int time) => width == 0 ? null : new(leases.Take(name, width, time));
}
