namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>The features of a row in groups, each over all positions with mean 0 and variance 1.</summary>
internal sealed record GroupNormSpec(int Groups, bool Affine = true) : ImageSpec
{
    private const double Epsilon = 1e-5;

    /// <summary>Of few values hardly anything is left when mean and scale are gone: of one in a group nothing, and its gradient in float is what roundings leave of g − g.</summary>
    private const int LeastValues = 16;

    public override string Attribute => Affine ? $"GroupNorm({Groups})" : $"GroupNorm({Groups}, Affine = false)";

    public override int Divisor => Groups;

    /// <summary>Where a row has one position.</summary>
    public override int LeastWidth => LeastValues * Groups;

    public override bool Fits(SpecShape input) => input.Features % Groups == 0 && input.Size / Groups >= LeastValues;

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => Affine ? [[inputWidth], [inputWidth]] : [];

    public override (double Start, double Scale) Distribution(int tensor, int[] shape) => (tensor == 0 ? 1 : 0, 0.3);

    public override double[][] Forward(SpecShape shape, double[][] x, double[][] parameters, Run run)
    {
        double[][] y = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            foreach (int[] group in Elements(shape))
            {
                (double[] normalized, _) = Normalize(x[b], group, run);
                for (int i = 0; i < group.Length; i++)
                    y[b][group[i]] = Affine ? (normalized[i] * parameters[0][Feature(shape, group[i])]) + parameters[1][Feature(shape, group[i])] : normalized[i];
            }
        }
        return y;
    }

    public override double[][] Backward(SpecShape shape, double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            foreach (int[] group in Elements(shape))
            {
                (double[] normalized, double deviation) = Normalize(x[b], group, run);
                for (int i = 0; i < group.Length; i++)
                {
                    int feature = Feature(shape, group[i]);
                    double h = g[b][group[i]] * (Affine ? parameters[0][feature] : 1);
                    for (int j = 0; j < group.Length; j++)
                        dx[b][group[j]] += h * ((i == j ? 1 : 0) - ((1 + (normalized[i] * normalized[j])) / group.Length)) / deviation;
                    if (!Affine)
                        continue;
                    gradients[0][feature] += g[b][group[i]] * normalized[i];
                    gradients[1][feature] += g[b][group[i]];
                }
            }
        }
        return dx;
    }

    private IEnumerable<int[]> Elements(SpecShape shape) =>
        Enumerable.Range(0, shape.Size).GroupBy(i => Feature(shape, i) / (shape.Features / Groups)).Select(group => group.ToArray());

    /// <summary>Rows are as declared: channels first in images, features last elsewhere.</summary>
    private static int Feature(SpecShape shape, int element) => shape.IsChannelsFirst ? element / shape.Positions : element % shape.Features;

    private static (double[] Normalized, double Deviation) Normalize(double[] row, int[] group, Run run)
    {
        double[] values = [.. group.Select(i => row[i])];
        double mean = run.Stored(values.Average()), deviation = run.Stored(Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) + Epsilon));
        return ([.. values.Select(value => (value - mean) / deviation)], deviation);
    }
}
