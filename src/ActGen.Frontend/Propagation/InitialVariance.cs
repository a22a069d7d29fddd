using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>The mean square of a tensor's initial elements.</summary>
internal static class InitialVariance
{
    /// <summary>Variance of a standard normal number within ±2: 1 − 4φ(2)/(Φ(2) − Φ(−2)).</summary>
    private const double TruncatedVariance = 0.7737413035499232;

    public static double Of(ParameterTensor tensor) => tensor.Distribution switch
    {
        InitialDistribution.Uniform => tensor.Scale * tensor.Scale / 3,
        // min(in, out) orthonormal rows or columns, that is as many squares of length 1, over in·out elements.
        InitialDistribution.Orthogonal or InitialDistribution.Identity => tensor.Scale * tensor.Scale / LongerSide(tensor),
        InitialDistribution.TruncatedNormal => TruncatedVariance * tensor.Scale * tensor.Scale,
        InitialDistribution.ForgetGate => tensor.Scale * tensor.Scale / 4,
        // All weights alike add up what the inputs have in common, which nobody keeps track of.
        InitialDistribution.Constant when tensor.Scale != 0 => double.NaN,
        _ => tensor.Scale * tensor.Scale,
    };

    /// <summary>As a matrix the last axis are its columns, all others its rows.</summary>
    private static int LongerSide(ParameterTensor tensor)
    {
        int columns = tensor.Dimensions[tensor.Dimensions.Count - 1];
        return Math.Max(columns, tensor.Length / columns);
    }
}
