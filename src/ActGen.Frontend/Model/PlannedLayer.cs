using ActGen.Frontend.Calculus;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>One step of a plan.</summary>
/// <param name="Place">Where it stands.</param>
internal abstract record PlannedLayer(LayerPlace Place)
{
    /// <summary>The number in its names.</summary>
    public int Number => Place.Number;

    /// <summary>Shape of one row of its input.</summary>
    public Shape Input => Place.Input;

    /// <summary>Shape of one row of its output.</summary>
    public Shape Output => Place.Output;

    /// <summary>What backward reads of this layer's own values; the input of a product goes without saying.</summary>
    public virtual Operand Keeps => Operand.None;

    /// <summary>Whether backward reads its output, alone or beside what it keeps.</summary>
    public virtual bool ReadsOutput => Keeps == Operand.Output;

    /// <summary>The tensors that it trains.</summary>
    public virtual IEnumerable<ParameterTensor> Tensors => [];

    /// <summary>Multiply-adds of one row, forward.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Whether its output may lie where its input lies, and so may the gradients.</summary>
    public virtual bool WorksInPlace => Input.Size == Output.Size;

    /// <summary>Whether its output is its input, in the same place.</summary>
    public virtual bool IsView => false;

    /// <summary>Elements of scratch that each worker needs at inference.</summary>
    public virtual int InferenceScratch => 0;

    /// <summary>Elements of scratch that each worker needs in training.</summary>
    public virtual int TrainingScratch => InferenceScratch;

    /// <summary>Values of one row that a training pass may hold because of this layer, at the most: its output, what backward reads beside it, the gradient by its input, and what
    /// it has beside them. Derivatives that were kept are overwritten with the gradient, and an activation writes its values over those of the product before it.</summary>
    /// <param name="before">The layer before it; null for none.</param>
    public long ValuesPerRow(PlannedLayer? before) => (IsView || (this is PlannedActivation && before is PlannedProduct) ? 0 : Output.Size) + (KeepsExtra ? Math.Max(Input.Size, Output.Size) : 0) + (WorksInPlace || Keeps == Operand.Derivative ? 0 : Input.Size) + ValuesAside;

    /// <summary>Values that training holds whatever the rows, at the most.</summary>
    public virtual long ValuesPerBatch => 0;

    /// <summary>Values of one row beside those as large as its input and its output.</summary>
    public virtual long ValuesAside => 0;

    /// <summary>Elements of the scratch in which backward turns its weights, and which all layers share.</summary>
    public virtual int TurnedWeights => 0;

    /// <summary>Whether backward may read what is neither its input nor its output.</summary>
    protected virtual bool KeepsExtra => Keeps == Operand.Derivative;
}

/// <summary>Where a layer stands.</summary>
/// <param name="Index">Place in the declared stack, from 0.</param>
/// <param name="Number">The layer's number in names, from 1. An activation directly after a dense layer has that layer's number;
/// dropouts are counted for themselves, so that adding one renames no weights.</param>
/// <param name="Name">As declared.</param>
/// <param name="Input">Shape of one row of its input.</param>
/// <param name="Output">Shape of one row of its output.</param>
internal sealed record LayerPlace(int Index, int Number, string Name, Shape Input, Shape Output)
{
    /// <summary>Which part of its layer this is, <c>Gate</c>, where another part before it has the number alone; empty otherwise.</summary>
    public string Part { get; init; } = "";
}

/// <summary>A product with trained weights, to which the activation directly behind it belongs.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Weights">Its weights.</param>
/// <param name="Bias">What is added for each unit or filter, or null.</param>
internal abstract record PlannedProduct(LayerPlace Place, ParameterTensor Weights, ParameterTensor? Bias) : PlannedLayer(Place)
{
    /// <summary>Elements of the copy of a row of its input that training makes, and that backward reads in place of the input; 0 where it reads the input itself.</summary>
    public virtual int CopiedInput => 0;

    public override IEnumerable<ParameterTensor> Tensors => Bias is null ? [Weights] : [Weights, Bias];

    public override bool WorksInPlace => false;

    public override int TurnedWeights => Weights.Length;

    public override long ValuesAside => CopiedInput;
}

/// <summary>y = x·W + b over the last axis.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Weights">W, [inputs, units].</param>
/// <param name="Bias">b, or null.</param>
internal sealed record PlannedDense(LayerPlace Place, ParameterTensor Weights, ParameterTensor? Bias) : PlannedProduct(Place, Weights, Bias)
{
    /// <summary>Whether its outputs are the values and the inputs of a gate, side by side: twice the declared units.</summary>
    public bool IsGated { get; init; }

    public override long MultiplyAdds => (long)Weights.Length * Input.Positions;
}

/// <summary>Inverted dropout.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Rate">Share dropped, 0 to 1.</param>
internal sealed record PlannedDropout(LayerPlace Place, double Rate) : PlannedLayer(Place);

/// <summary>The same values under another shape.</summary>
/// <param name="Place">Where it stands, with the number of the layer before it.</param>
internal sealed record PlannedReshape(LayerPlace Place) : PlannedLayer(Place)
{
    public override bool IsView => true;
}

/// <summary>The same values in the other of two orders: features first, as images are declared, or features last, as their positions are computed.</summary>
/// <param name="Place">Where it stands: before the layer whose index it has, or behind the last one.</param>
/// <param name="ToFeaturesLast">Whether features are last behind it.</param>
internal sealed record PlannedTransposition(LayerPlace Place, bool ToFeaturesLast) : PlannedLayer(Place)
{
    public override bool WorksInPlace => false;
}

/// <summary>The beginning of a residual block: its value is added again at the end.</summary>
/// <param name="Place">Where it stands.</param>
internal sealed record PlannedBranch(LayerPlace Place) : PlannedLayer(Place)
{
    public override bool IsView => true;
}

/// <summary>The end of a residual block: y = x + the value at its beginning.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Branch">Index of its <see cref="PlannedBranch"/> among the plan's layers.</param>
internal sealed record PlannedSum(LayerPlace Place, int Branch) : PlannedLayer(Place)
{
    /// <summary>The gradient for its beginning.</summary>
    public override long ValuesAside => Input.Size;
}

/// <summary>A function of the features of each position.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operator">Which.</param>
internal sealed record PlannedRowOperator(LayerPlace Place, RowOperator Operator) : PlannedLayer(Place)
{
    /// <summary>What backward reads.</summary>
    public override Operand Keeps => Operator.Keeps;
}
