using System.Globalization;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>yᵢ = exp(−xᵢ)/Σ exp(−xⱼ).</summary>
internal sealed record SoftminSpec : LayerSpec
{
    public override string Attribute => "Softmin";

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        [.. x.Select(row => SoftmaxSpec.Probabilities([.. row.Select(value => -value)]))];

    /// <summary>Through the whole Jacobian ∂yᵢ/∂xⱼ = −yᵢ(δᵢⱼ − yⱼ).</summary>
    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) =>
        [.. x.Select((row, b) => row.Select((_, j) => row.Select((_, i) => -g[b][i] * y[b][i] * ((i == j ? 1 : 0) - y[b][j])).Sum()).ToArray())];
}

/// <summary>yᵢ = max(xᵢ − τ, 0), τ = (Σ of the k largest − 1)/k with the largest k for which 1 + k·x₍ₖ₎ exceeds that sum: Martins and Astudillo 2016, algorithm 1.</summary>
internal sealed record SparsemaxSpec : LayerSpec
{
    public override string Attribute => "Sparsemax";

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        [.. x.Select(row => row.Select(value => Math.Max(value - Threshold(row), 0)).ToArray())];

    /// <summary>Through the whole Jacobian ∂yᵢ/∂xⱼ = δᵢⱼ − 1/|S| on the support S, 0 elsewhere.</summary>
    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) =>
        [.. x.Select((row, b) => row.Select((_, j) => row.Select((_, i) => g[b][i] * Jacobian(y[b], i, j)).Sum()).ToArray())];

    /// <summary>An element alone is always 1, whatever it is.</summary>
    public override double DistanceToKink(double[][] x, double[][] parameters) =>
        x.Where(row => row.Length > 1).SelectMany(row => row.Select(value => Math.Abs(value - Threshold(row)))).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static double Jacobian(double[] y, int i, int j) => y[i] > 0 && y[j] > 0 ? (i == j ? 1 : 0) - (1.0 / y.Count(value => value > 0)) : 0;

    private static double Threshold(double[] row)
    {
        double[] sorted = [.. row.OrderDescending()];
        double sum = 0, threshold = 0;
        for (int k = 1; k <= sorted.Length; k++)
        {
            sum += sorted[k - 1];
            if (1 + (k * sorted[k - 1]) > sum)
                threshold = (sum - 1) / k;
        }
        return threshold;
    }
}

/// <summary>y = [max(x, 0), max(−x, 0)].</summary>
internal sealed record CReLUSpec : LayerSpec
{
    public override string Attribute => "CReLU";

    public override int OutputWidth(int inputWidth) => 2 * inputWidth;

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        [.. x.Select(row => row.Select(value => Math.Max(value, 0)).Concat(row.Select(value => Math.Max(-value, 0))).ToArray())];

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) =>
        [.. x.Select((row, b) => row.Select((value, i) => value > 0 ? g[b][i] : value < 0 ? -g[b][row.Length + i] : 0).ToArray())];

    public override double DistanceToKink(double[][] x, double[][] parameters) =>
        x.SelectMany(row => row).Select(Math.Abs).Where(distance => distance > 0).DefaultIfEmpty(double.PositiveInfinity).Min();
}

/// <summary>yⱼ = max over the parts p of x[p·n + j], n outputs; the gradient goes to the first of the largest.</summary>
internal sealed record MaxoutSpec(int Pieces) : LayerSpec
{
    public override string Attribute => string.Create(CultureInfo.InvariantCulture, $"Maxout({Pieces})");

    public override int Divisor => Pieces;

    public override int OutputWidth(int inputWidth) => inputWidth / Pieces;

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        [.. x.Select(row => Columns(row).Select(column => column.Max()).ToArray())];

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            int width = OutputWidth(x[b].Length);
            foreach ((double[] column, int j) in Columns(x[b]).Select((column, j) => (column, j)))
                dx[b][(Array.IndexOf(column, column.Max()) * width) + j] = g[b][j];
        }
        return dx;
    }

    /// <summary>Equal ones got there by a clamp and stay equal.</summary>
    public override double DistanceToKink(double[][] x, double[][] parameters) =>
        x.SelectMany(Columns).SelectMany(column => column.Select(value => column.Max() - value)).Where(distance => distance > 0).DefaultIfEmpty(double.PositiveInfinity).Min();

    private IEnumerable<double[]> Columns(double[] row)
    {
        int width = OutputWidth(row.Length);
        return Enumerable.Range(0, width).Select(j => Enumerable.Range(0, Pieces).Select(piece => row[(piece * width) + j]).ToArray());
    }
}
