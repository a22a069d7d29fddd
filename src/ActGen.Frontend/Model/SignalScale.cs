using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Model;

/// <summary>The predicted mean square of the values between two layers of a new network, taken as normal with mean 0 before an activation.</summary>
/// <param name="MeanSquare">q; NaN when it cannot be predicted.</param>
internal readonly record struct SignalScale(double MeanSquare)
{
    /// <summary>The scale behind <paramref name="layer"/>.</summary>
    public SignalScale After(PlannedLayer layer) => new(Quadrature.RoundToSixDigits(layer switch
    {
        PlannedDense dense => AfterDense(dense),
        PlannedActivation activation => FormulaAnalysis.Of(activation.Formula).MeanSquare(activation.Values, MeanSquare),
        // Kept values are divided by 1 − rate: E = (1 − rate)·q/(1 − rate)².
        PlannedDropout dropout => MeanSquare / (1 - dropout.Rate),
        PlannedSoftmax { IsLogarithm: false } softmax => AfterSoftmax(softmax.Output.Last),
        PlannedSoftmax softmax => AfterLogSoftmax(softmax.Output.Last),
        _ => MeanSquare,
    }));

    private double AfterDense(PlannedDense dense) =>
        (dense.Weights.Dimensions[0] * Variance(dense.Weights) * MeanSquare) + (dense.Bias is { } bias ? Variance(bias) : 0);

    private static double Variance(ParameterTensor tensor) => tensor.Distribution switch
    {
        InitialDistribution.Normal => tensor.Scale * tensor.Scale,
        InitialDistribution.Uniform => tensor.Scale * tensor.Scale / 3,
        // Orthonormal columns or rows: min(in, out) of the in·out squares' rows have length 1.
        InitialDistribution.Orthogonal => tensor.Scale * tensor.Scale / Math.Max(tensor.Dimensions[0], tensor.Dimensions[1]),
        _ => tensor.Scale * tensor.Scale,
    };

    /// <summary>y = e^z/Σe^z with normal z: E y² ≈ E e^2z/(K·E e^z)² = e^q/K² for many classes; and ≤ 1/K, as each row sums to 1.</summary>
    private double AfterSoftmax(int classes) => Math.Min(RealMath.Exp(MeanSquare) / ((double)classes * classes), 1.0 / classes);

    /// <summary>z − ln Σe^z with normal z: mean −(ln K + q/2) for many classes, variance q; exactly 0 for one.</summary>
    private double AfterLogSoftmax(int classes)
    {
        double mean = RealMath.Log(classes) + (MeanSquare / 2);
        return classes == 1 ? 0 : (mean * mean) + MeanSquare;
    }
}
