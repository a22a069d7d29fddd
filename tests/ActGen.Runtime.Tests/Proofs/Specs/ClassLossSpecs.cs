using System.Globalization;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A loss over classes: Σ over rows of −Σ_c w_c·t_c·ln p_c, divided by the weights of the labels (or by the rows, for probabilities as targets).</summary>
internal abstract record ClassLossSpec(double[]? ClassWeights, int? IgnoreIndex) : LossSpec
{
    public override int? Ignored => IgnoreIndex;

    protected double Weight(int label) => ClassWeights?[label] ?? 1;

    protected bool Counts(int label) => label != (IgnoreIndex ?? -100);

    /// <summary>What labels divide by: the sum of their weights; a batch in which no row counts has loss 0 and gradient 0.</summary>
    protected double Divisor(int[] labels)
    {
        double sum = labels.Where(Counts).Sum(Weight);
        return sum == 0 ? double.PositiveInfinity : sum;
    }

    protected string Named(string name, params string[] more)
    {
        List<string> arguments = [.. more.Where(argument => argument.Length > 0)];
        if (ClassWeights is not null)
            arguments.Add($"ClassWeights = new double[] {{ {string.Join(", ", ClassWeights.Select(w => w.ToString("R", CultureInfo.InvariantCulture)))} }}");
        if (IgnoreIndex is { } ignored)
            arguments.Add(string.Create(CultureInfo.InvariantCulture, $"IgnoreIndex = {ignored}"));
        return arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }
}

/// <summary>Cross-entropy on logits: ln p = log-softmax of the outputs, t the smoothed target.</summary>
internal sealed record CrossEntropySpec(double LabelSmoothing = 0, double[]? ClassWeights = null, int? IgnoreIndex = null, bool SoftTargets = false) : ClassLossSpec(ClassWeights, IgnoreIndex)
{
    public override string Attribute => Named("CrossEntropyLoss", LabelSmoothing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"LabelSmoothing = {LabelSmoothing}"));

    public override TargetSort Sort => SoftTargets ? TargetSort.Probabilities : TargetSort.Labels;

    public override double[] Predict(double[] outputs) => SoftmaxSpec.Probabilities(outputs);

    public override LossValue Evaluate(double[][] outputs, Targets targets)
    {
        double divisor = targets.Labels is { } labels ? Divisor(labels) : outputs.Length, sum = 0;
        double[][] gradient = [.. outputs.Select(row => new double[row.Length])];
        for (int b = 0; b < outputs.Length; b++)
        {
            if (targets.Labels is not null && !Counts(targets.Labels[b]))
                continue;
            int classes = outputs[b].Length;
            double[] logProbabilities = LogSoftmaxSpec.LogProbabilities(outputs[b]);
            for (int c = 0; c < classes; c++)
            {
                double target = targets.Labels is not null ? (targets.Labels[b] == c ? 1 : 0) : targets.Values![b][c];
                double weighted = Weight(c) * (((1 - LabelSmoothing) * target) + (LabelSmoothing / classes));
                sum -= weighted * logProbabilities[c];
                // ∂(−w·ln p_c)/∂x_j = w·(p_j − [j = c])
                for (int j = 0; j < classes; j++)
                    gradient[b][j] += weighted * (Math.Exp(logProbabilities[j]) - (j == c ? 1 : 0)) / divisor;
            }
        }
        return new LossValue(sum / divisor, gradient);
    }

    public bool Equals(CrossEntropySpec? other) => other is not null && Attribute == other.Attribute && Sort == other.Sort;

    public override int GetHashCode() => Attribute.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Negative log-likelihood on log-probabilities: −w_y·x_y.</summary>
internal sealed record NLLSpec(double[]? ClassWeights = null, int? IgnoreIndex = null) : ClassLossSpec(ClassWeights, IgnoreIndex)
{
    public override string Attribute => Named("NLLLoss");

    public override TargetSort Sort => TargetSort.Labels;

    public override double[] Predict(double[] outputs) => [.. outputs.Select(Math.Exp)];

    public override LossValue Evaluate(double[][] outputs, Targets targets)
    {
        double divisor = Divisor(targets.Labels!), sum = 0;
        double[][] gradient = [.. outputs.Select(row => new double[row.Length])];
        for (int b = 0; b < outputs.Length; b++)
        {
            int label = targets.Labels![b];
            if (!Counts(label))
                continue;
            sum -= Weight(label) * outputs[b][label];
            gradient[b][label] = -Weight(label) / divisor;
        }
        return new LossValue(sum / divisor, gradient);
    }

    public bool Equals(NLLSpec? other) => other is not null && Attribute == other.Attribute;

    public override int GetHashCode() => Attribute.GetHashCode(StringComparison.Ordinal);
}
