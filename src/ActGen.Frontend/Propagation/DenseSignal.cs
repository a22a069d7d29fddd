using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = x·W + b. Sums over many units are normal and forget what the units were (Poole et al. 2016, Schoenholz et al. 2017).</summary>
internal static class DenseSignal
{
    /// <summary>Variance of a standard normal number within ±2: 1 − 4φ(2)/(Φ(2) − Φ(−2)).</summary>
    private const double TruncatedVariance = 0.7737413035499232;

    public static SignalTransfer Transfer(PlannedDense layer, Signal input)
    {
        int inputs = layer.Weights.Dimensions[0], units = layer.Weights.Dimensions[1];
        double variance = Variance(layer.Weights), bias = layer.Bias is { } tensor ? Variance(tensor) : 0;
        double weighted = inputs * variance * input.MeanSquare, sum = weighted + bias;
        double share = sum > 0 ? weighted / sum : 0;
        return new(
            Signal.Normal(sum, share * share * input.RowScatter(inputs)),
            gradient => gradient.BeforeSum(
                Signal.Normal(units * variance * gradient.Mean.MeanSquare, gradient.Mean.RowScatter(units)),
                units * variance,
                share,
                input.UnitSpread / inputs));
    }

    /// <summary>The mean square of a tensor's initial elements.</summary>
    private static double Variance(ParameterTensor tensor) => tensor.Distribution switch
    {
        InitialDistribution.Uniform => tensor.Scale * tensor.Scale / 3,
        // min(in, out) orthonormal rows or columns, that is as many squares of length 1, over in·out elements.
        InitialDistribution.Orthogonal => tensor.Scale * tensor.Scale / Math.Max(tensor.Dimensions[0], tensor.Dimensions[1]),
        InitialDistribution.TruncatedNormal => TruncatedVariance * tensor.Scale * tensor.Scale,
        InitialDistribution.Identity => tensor.Scale * tensor.Scale / Math.Max(tensor.Dimensions[0], tensor.Dimensions[1]),
        // All weights alike add up what the inputs have in common, which nobody keeps track of.
        InitialDistribution.Constant when tensor.Scale != 0 => double.NaN,
        _ => tensor.Scale * tensor.Scale,
    };
}
