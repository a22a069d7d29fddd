using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>A state that goes from step to step of a sequence.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Cell">What it does in a step.</param>
/// <param name="Directions">The weights of each direction: forward, and, where it reads in both, backward.</param>
/// <param name="ReturnsSequences">Whether the state after each step is an output; otherwise the last one is.</param>
/// <param name="IsRectified">Whether a cell without gates has max(z, 0) in the place of tanh z.</param>
internal sealed record PlannedRecurrent(LayerPlace Place, RecurrentCell Cell, EquatableArray<RecurrentDirection> Directions, bool ReturnsSequences, bool IsRectified) : PlannedLayer(Place)
{
    /// <summary>Steps of a sequence.</summary>
    public int Steps => Input.Positions;

    /// <summary>Features of a step.</summary>
    public int Inputs => Input.Features;

    /// <summary>Elements of the state of one direction.</summary>
    public int Units => Output.Features / Directions.Count;

    public bool IsBidirectional => Directions.Count > 1;

    /// <summary>Elements per row of the gates of one direction, which training keeps.</summary>
    public int GateWidth => Steps * Cell.Gates * Units;

    /// <summary>Elements per row that it keeps beside them; 0 for none.</summary>
    public int KeptWidth => Steps * Cell.Kept * Units;

    /// <summary>Elements per row of the state before each step.</summary>
    public int StateWidth => Steps * Units;

    /// <summary>Elements per row of what inference needs from one step to the next.</summary>
    public int StepWidth => Cell.InferenceScratch * Units;

    /// <summary>Elements per row of what a training forward pass needs for a moment; 0 for nothing.</summary>
    public int ForwardWidth => Cell.ForwardScratch * Units;

    public override Operand Keeps => Operand.Input;

    public override IEnumerable<ParameterTensor> Tensors => Directions.Items.SelectMany(static direction => direction.Tensors);

    public override long MultiplyAdds => (long)Steps * Directions.Items.Sum(static direction => (long)direction.InputWeights.Length + direction.StateWeights.Length);

    public override bool WorksInPlace => false;

    public override int TurnedWeights => checked(Cell.Gates * Units * Math.Max(Inputs, Units));

    /// <summary>Of each direction what backward reads, and of the second one its gradient by the input; a product forward, and the state's gradient back.</summary>
    public override long ValuesAside => ((long)Directions.Count * Steps * Units * (Cell.Gates + Cell.Kept + 1)) + ((Cell.ForwardScratch + 1L) * Units) + ((Directions.Count - 1) * Input.Size);
}

/// <summary>The weights of a recurrent layer in one direction.</summary>
/// <param name="IsReverse">Whether it reads the sequence from its end to its beginning.</param>
/// <param name="InputWeights">W, [features, gates · units].</param>
/// <param name="StateWeights">U, [units, gates · units].</param>
/// <param name="Bias">b, one for each column of W, and of a GRU one more for each unit.</param>
internal sealed record RecurrentDirection(bool IsReverse, ParameterTensor InputWeights, ParameterTensor StateWeights, ParameterTensor Bias)
{
    /// <summary>What names of its own begin or end with.</summary>
    public string Mark => IsReverse ? "Reverse" : "";

    public IEnumerable<ParameterTensor> Tensors => [InputWeights, StateWeights, Bias];
}
