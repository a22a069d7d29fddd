using ActGen.Frontend.Collections;
using ActGen.Frontend.Shapes;
using ActGen.Frontend.Symbols;

namespace ActGen.Frontend.Model;

/// <summary>A network that can be compiled: every size known, every argument checked, every tensor placed.</summary>
/// <param name="Type">The class and the types around it.</param>
/// <param name="HasSummary">Whether the user's part has a documentation summary.</param>
/// <param name="Input">Shape of one input row.</param>
/// <param name="Output">Shape of one output row.</param>
/// <param name="Layers">From input to output, without the loss.</param>
/// <param name="Parameters">The tensors in the order of the flat buffer.</param>
/// <param name="Loss">The loss, or null.</param>
/// <param name="Signal">What a new network is predicted to do to signal and gradient.</param>
internal sealed record NetworkPlan(
    TypeIdentity Type,
    bool HasSummary,
    Shape Input,
    Shape Output,
    EquatableArray<PlannedLayer> Layers,
    EquatableArray<ParameterTensor> Parameters,
    PlannedLoss? Loss,
    SignalPropagation Signal)
{
    /// <summary>Whether training steps record what layers do.</summary>
    public bool HasTelemetry { get; init; }

    /// <summary>Elements of all tensors that are trained; behind them lie the statistics.</summary>
    public int ParameterCount => Parameters.Items.Sum(tensor => tensor.Kind == TensorKind.Statistic ? 0 : tensor.Length);
}
