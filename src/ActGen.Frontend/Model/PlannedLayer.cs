using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Propagation;
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

    /// <summary>What it does to the scale of the signal and, on the way back, of the gradient.</summary>
    public abstract SignalTransfer Carry(Signal input);
}

/// <summary>Where a layer stands.</summary>
/// <param name="Index">Place in the declared stack, from 0.</param>
/// <param name="Number">The layer's number in names, from 1. An activation directly after a dense layer has that layer's number;
/// dropouts are counted for themselves, so that adding one renames no weights.</param>
/// <param name="Input">Shape of one row of its input.</param>
/// <param name="Output">Shape of one row of its output.</param>
internal sealed record LayerPlace(int Index, int Number, Shape Input, Shape Output);

/// <summary>y = x·W + b over the last axis.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Weights">W, [inputs, units].</param>
/// <param name="Bias">b, or null.</param>
internal sealed record PlannedDense(LayerPlace Place, ParameterTensor Weights, ParameterTensor? Bias) : PlannedLayer(Place)
{
    public override SignalTransfer Carry(Signal input) => DenseSignal.Transfer(this, input);
}

/// <summary>y = f(x), element by element.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Formula">f.</param>
/// <param name="Parameters">The formula's parameters in its order.</param>
internal sealed record PlannedActivation(LayerPlace Place, Formula Formula, EquatableArray<ActivationParameter> Parameters) : PlannedLayer(Place)
{
    /// <summary>Values in the formula's order; a learned one's starting value.</summary>
    public double[] Values => [.. Parameters.Select(parameter => parameter.Value)];

    /// <summary>What backward reads.</summary>
    public Operand Keeps => FormulaAnalysis.Of(Formula).OperandFor(Values, [.. Parameters.Select(parameter => parameter.Learned is not null)]);

    public override SignalTransfer Carry(Signal input) => ElementwiseSignal.Transfer(this, input);
}

/// <summary>A parameter of an activation in one layer.</summary>
/// <param name="Value">Its value, representable as a float; where it is learned, the first one.</param>
/// <param name="Learned">The one-element tensor that holds it where it is learned; null where it is constant.</param>
internal sealed record ActivationParameter(double Value, ParameterTensor? Learned);

/// <summary>Inverted dropout.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Rate">Share dropped, 0 to 1.</param>
internal sealed record PlannedDropout(LayerPlace Place, double Rate) : PlannedLayer(Place)
{
    public override SignalTransfer Carry(Signal input) => DropoutSignal.Transfer(this, input);
}

/// <summary>Softmax over the last axis, or its logarithm.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="IsLogarithm">Whether the logarithm is meant.</param>
internal sealed record PlannedSoftmax(LayerPlace Place, bool IsLogarithm) : PlannedLayer(Place)
{
    public override SignalTransfer Carry(Signal input) => SoftmaxSignal.Transfer(this, input);
}
