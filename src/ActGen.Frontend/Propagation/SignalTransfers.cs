using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>What each kind of planned layer does to the scale of the signal and, on the way back, of the gradient.</summary>
internal static class SignalTransfers
{
    private static readonly Dictionary<string, Func<PlannedRowOperator, Signal, SignalTransfer>> RowOperators = new(StringComparer.Ordinal)
    {
        ["Softmax"] = SoftmaxSignal.Probabilities,
        ["Softmin"] = SoftmaxSignal.Probabilities,
        ["LogSoftmax"] = SoftmaxSignal.Logarithm,
        ["Sparsemax"] = SparsemaxSignal.Transfer,
        ["CReLU"] = RowSignals.CReLU,
        ["Maxout"] = RowSignals.Maxout,
    };

    /// <summary>The functions of the last axis whose signal is known.</summary>
    public static IEnumerable<string> Operators => RowOperators.Keys;

    /// <param name="layer">The layer.</param>
    /// <param name="input">The signal before it.</param>
    /// <param name="source">The activation directly before it; null for other layers.</param>
    public static SignalTransfer Of(PlannedLayer layer, Signal input, SignalSource? source = null) => layer switch
    {
        PlannedDense dense => DenseSignal.Transfer(dense, input),
        PlannedConvolution convolution => ConvolutionSignal.Transfer(convolution, input),
        PlannedActivation activation => ElementwiseSignal.Transfer(activation, input),
        PlannedGate gate => GateSignal.Transfer(gate, input),
        PlannedDropout dropout => DropoutSignal.Transfer(dropout, input),
        PlannedRecurrent recurrent => RecurrentSignal.Transfer(recurrent, input),
        PlannedPool pool => PoolSignal.Transfer(pool, input, source),
        PlannedPermutation => new(ReshapeSignal.Of(layer, input), gradient => ReshapeSignal.Back(layer, gradient)),
        PlannedReshape => new(ReshapeSignal.Of(layer, input), gradient => ReshapeSignal.Back(layer, gradient)),
        PlannedTransposition or PlannedBranch => new(input, static gradient => gradient),
        PlannedNormalization normalization => NormalizationSignal.Transfer(normalization, input),
        PlannedRowOperator row when RowOperators.TryGetValue(row.Operator.Name, out Func<PlannedRowOperator, Signal, SignalTransfer>? transfer) => transfer(row, input),
        _ => SignalTransfer.Unknown,
    };
}
