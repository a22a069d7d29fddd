using System.Globalization;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y = x̂·γ + β with x̂ of groups of values: each group's mean and variance from its definition, each derivative from the Jacobian of x̂.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Epsilon">ε where the attribute does not say.</param>
/// <param name="Affine">Whether there are γ and β.</param>
internal abstract record NormalizationSpec(string Name, double Epsilon, bool Affine) : LayerSpec
{
    /// <summary>ε as declared; null for the default.</summary>
    public double? DeclaredEpsilon { get; init; }

    /// <summary>Whether the mean is subtracted.</summary>
    protected virtual bool Centers => true;

    protected virtual bool Shifts => true;

    /// <summary>Of few values hardly anything is left when mean and scale are gone.</summary>
    public override int LeastWidth => 8;

    protected virtual string Arguments => "";

    public override string Attribute
    {
        get
        {
            string[] arguments = [.. new[] { Arguments, Affine ? "" : "Affine = false", DeclaredEpsilon is { } epsilon ? $"Epsilon = {epsilon.ToString("R", CultureInfo.InvariantCulture)}" : "" }.Where(text => text.Length > 0)];
            return Name + (arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})");
        }
    }

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => !Affine ? [] : Shifts ? [[inputWidth], [inputWidth]] : [[inputWidth]];

    public override (double Start, double Scale) Distribution(int tensor, int[] shape) => (tensor == 0 ? 1 : 0, 0.3);

    /// <summary>The places of the values that are normalised together.</summary>
    protected abstract IEnumerable<(int Row, int Feature)[]> Groups(double[][] x);

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run)
    {
        double[][] y = [.. x.Select(row => new double[row.Length])];
        foreach ((int Row, int Feature)[] group in Groups(x))
        {
            (double[] normalized, _) = Normalize(x, group, run);
            for (int i = 0; i < group.Length; i++)
                y[group[i].Row][group[i].Feature] = (normalized[i] * Scale(parameters, group[i].Feature)) + (Affine && Shifts ? parameters[1][group[i].Feature] : 0);
        }
        return y;
    }

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        foreach ((int Row, int Feature)[] group in Groups(x))
        {
            (double[] normalized, double deviation) = Normalize(x, group, run);
            for (int i = 0; i < group.Length; i++)
            {
                (int row, int feature) = group[i];
                double h = g[row][feature] * Scale(parameters, feature);
                // ∂x̂ᵢ/∂xⱼ = ([i = j] − 1/N − x̂ᵢx̂ⱼ/N)/σ, without 1/N where nothing is subtracted.
                for (int j = 0; j < group.Length; j++)
                    dx[group[j].Row][group[j].Feature] += h * ((i == j ? 1 : 0) - (((Centers ? 1 : 0) + (normalized[i] * normalized[j])) / group.Length)) / deviation;
                if (!Affine)
                    continue;
                gradients[0][feature] += g[row][feature] * normalized[i];
                if (Shifts)
                    gradients[1][feature] += g[row][feature];
            }
        }
        return dx;
    }

    /// <summary>x̂ and √(v + ε).</summary>
    protected (double[] Normalized, double Deviation) Normalize(double[][] x, (int Row, int Feature)[] group, Run run)
    {
        double[] values = [.. group.Select(place => x[place.Row][place.Feature])];
        double mean = Centers ? run.Stored(values.Average()) : 0;
        double deviation = run.Stored(Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) + (DeclaredEpsilon ?? Epsilon)));
        return ([.. values.Select(value => (value - mean) / deviation)], deviation);
    }

    private double Scale(double[][] parameters, int feature) => Affine ? parameters[0][feature] : 1;
}

/// <summary>Each row with mean 0 and variance 1.</summary>
internal sealed record LayerNormSpec(bool Affine = true) : NormalizationSpec("LayerNorm", 1e-5, Affine)
{
    protected override IEnumerable<(int Row, int Feature)[]> Groups(double[][] x) => x.Select((row, b) => row.Select((_, i) => (b, i)).ToArray());
}

/// <summary>Each row with mean square 1.</summary>
internal sealed record RMSNormSpec(bool Affine = true) : NormalizationSpec("RMSNorm", 1.0 / (1 << 23), Affine)
{
    protected override bool Centers => false;

    protected override bool Shifts => false;

    protected override IEnumerable<(int Row, int Feature)[]> Groups(double[][] x) => x.Select((row, b) => row.Select((_, i) => (b, i)).ToArray());
}

/// <summary>Each feature with mean 0 and variance 1 over rows and positions; at inference by statistics that are given.</summary>
internal sealed record BatchNormSpec(bool Affine = true) : NormalizationSpec("BatchNorm", 1e-5, Affine)
{
    /// <summary>The share of a batch in the running averages; null for the default.</summary>
    public double? Momentum { get; init; }

    public override int LeastWidth => 1;

    public override int LeastRows => 8;

    protected override string Arguments => Momentum is { } momentum ? $"Momentum = {momentum.ToString("R", CultureInfo.InvariantCulture)}" : "";

    public override IReadOnlyList<int[]> StatisticShapes(int inputWidth) => [[inputWidth], [inputWidth]];

    protected override IEnumerable<(int Row, int Feature)[]> Groups(double[][] x) => x[0].Select((_, i) => x.Select((_, b) => (b, i)).ToArray());

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => run.Training
        ? base.Forward(x, parameters, layer, run)
        : [.. x.Select(row => row.Select((value, i) => ((value - parameters[^2][i]) / Math.Sqrt(parameters[^1][i] + (DeclaredEpsilon ?? Epsilon)) * (Affine ? parameters[0][i] : 1)) + (Affine ? parameters[1][i] : 0)).ToArray())];
}
