namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>yᵢ = exp(xᵢ)/Σ exp(xⱼ).</summary>
internal sealed record SoftmaxSpec : LayerSpec
{
    public override string Attribute => "Softmax";

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => [.. x.Select(Probabilities)];

    /// <summary>Through the whole Jacobian ∂yᵢ/∂xⱼ = yᵢ(δᵢⱼ − yⱼ).</summary>
    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) =>
        [.. x.Select((row, b) => row.Select((_, j) => row.Select((_, i) => g[b][i] * y[b][i] * ((i == j ? 1 : 0) - y[b][j])).Sum()).ToArray())];

    public static double[] Probabilities(double[] row)
    {
        double max = row.Max(), sum = row.Sum(value => Math.Exp(value - max));
        return [.. row.Select(value => Math.Exp(value - max) / sum)];
    }
}

/// <summary>yᵢ = ln(exp(xᵢ)/Σ exp(xⱼ)).</summary>
internal sealed record LogSoftmaxSpec : LayerSpec
{
    public override string Attribute => "LogSoftmax";

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => [.. x.Select(LogProbabilities)];

    /// <summary>Through the whole Jacobian ∂yᵢ/∂xⱼ = δᵢⱼ − pⱼ.</summary>
    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) =>
        [.. x.Select((row, b) => row.Select((_, j) => row.Select((_, i) => g[b][i] * ((i == j ? 1 : 0) - Math.Exp(y[b][j]))).Sum()).ToArray())];

    public static double[] LogProbabilities(double[] row)
    {
        double max = row.Max(), logSum = Math.Log(row.Sum(value => Math.Exp(value - max)));
        return [.. row.Select(value => value - max - logSum)];
    }
}
