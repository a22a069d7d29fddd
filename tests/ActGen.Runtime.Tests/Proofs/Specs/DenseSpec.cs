using System.Globalization;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y = x·W + b.</summary>
internal sealed record DenseSpec(int Units, bool Bias = true) : LayerSpec
{
    /// <summary>How its weights start.</summary>
    public Initializer Init { get; init; }

    public override string Attribute =>
        string.Create(CultureInfo.InvariantCulture, $"Dense({Units}{(Bias ? "" : ", Bias = false")}{(Init == Initializer.Auto ? "" : $", Init = Initializer.{Init}")})");

    public override SpecOrder Reads => SpecOrder.Declared;

    public override int OutputWidth(int inputWidth) => Units;

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => Bias ? [[inputWidth, Units], [Units]] : [[inputWidth, Units]];

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        [.. x.Select(row => Enumerable.Range(0, Units).Select(n => Output(row, parameters, n)).ToArray())];

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            for (int n = 0; n < Units; n++)
            {
                for (int k = 0; k < x[b].Length; k++)
                {
                    dx[b][k] += g[b][n] * parameters[0][(k * Units) + n];
                    gradients[0][(k * Units) + n] += g[b][n] * x[b][k];
                }
                if (Bias)
                    gradients[1][n] += g[b][n];
            }
        }
        return dx;
    }

    private double Output(double[] row, double[][] parameters, int n)
    {
        double sum = Bias ? parameters[1][n] : 0;
        for (int k = 0; k < row.Length; k++)
            sum += row[k] * parameters[0][(k * Units) + n];
        return sum;
    }
}
