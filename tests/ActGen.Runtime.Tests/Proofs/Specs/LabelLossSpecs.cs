using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A loss of a row and its class, differentiated by dual numbers, averaged over the rows that count.</summary>
internal abstract record LabelLossSpec(double[]? ClassWeights, int? IgnoreIndex) : ClassLossSpec(ClassWeights, IgnoreIndex)
{
    public override TargetSort Sort => TargetSort.Labels;

    /// <summary>The loss of one row.</summary>
    protected abstract Dual Row(Dual[] x, int label);

    public override LossValue Evaluate(double[][] outputs, Targets targets)
    {
        double divisor = targets.Labels!.Count(Counts), sum = 0;
        divisor = divisor == 0 ? double.PositiveInfinity : divisor;
        double[][] gradient = [.. outputs.Select(row => new double[row.Length])];
        for (int b = 0; b < outputs.Length; b++)
        {
            int label = targets.Labels![b];
            if (!Counts(label))
                continue;
            for (int j = 0; j < outputs[b].Length; j++)
            {
                Dual loss = Row([.. outputs[b].Select((x, i) => new Dual(x, i == j ? 1 : 0))], label);
                gradient[b][j] = Weight(label) * loss.Tangent / divisor;
                sum += j == 0 ? Weight(label) * loss.Value : 0;
            }
        }
        return new LossValue(sum / divisor, gradient);
    }

    /// <summary>ln softmax(x)[label].</summary>
    protected static Dual LogProbability(Dual[] x, int label)
    {
        double max = x.Max(element => element.Value);
        Dual sum = 0;
        foreach (Dual element in x)
            sum += Dual.Exp(element - max);
        return x[label] - max - Dual.Log(sum);
    }

    protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>−(1 − p)^γ·ln p.</summary>
internal sealed record FocalSpec(double Gamma = 2, double[]? ClassWeights = null) : LabelLossSpec(ClassWeights, null)
{
    public override string Attribute => Named("FocalLoss", Number(Gamma));

    public override double[] Predict(double[] outputs) => SoftmaxSpec.Probabilities(outputs);

    protected override Dual Row(Dual[] x, int label)
    {
        // 1 − p without cancellation: the other classes' probabilities.
        Dual rest = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (i != label)
                rest += Dual.Exp(LogProbability(x, i));
        }
        return -Dual.Power(rest, Gamma) * LogProbability(x, label);
    }

    public bool Equals(FocalSpec? other) => other is not null && Attribute == other.Attribute;

    public override int GetHashCode() => Attribute.GetHashCode(StringComparison.Ordinal);
}

/// <summary>(1 − p^q)/q.</summary>
internal sealed record GeneralizedCrossEntropySpec(double Q = 0.7, int? IgnoreIndex = null) : LabelLossSpec(null, IgnoreIndex)
{
    public override string Attribute => Named("GeneralizedCrossEntropyLoss", Number(Q));

    public override double[] Predict(double[] outputs) => SoftmaxSpec.Probabilities(outputs);

    protected override Dual Row(Dual[] x, int label) => (1 - Dual.Exp(Q * LogProbability(x, label))) / Q;
}

/// <summary>Σ_j≠y max(0, m − x_y + x_j)^p / classes.</summary>
internal sealed record MultiMarginSpec(int Power = 1, double Margin = 1, double[]? ClassWeights = null) : LabelLossSpec(ClassWeights, null)
{
    public override string Attribute => Named("MultiMarginLoss", Number(Power), Number(Margin));

    protected override Dual Row(Dual[] x, int label)
    {
        Dual sum = 0;
        for (int j = 0; j < x.Length; j++)
        {
            Dual excess = Margin - x[label] + x[j];
            if (j != label && excess > 0)
                sum += Power == 2 ? excess * excess : excess;
        }
        return sum / x.Length;
    }

    public override double DistanceToKink(double[][] outputs, Targets targets) =>
        outputs.Zip(targets.Labels!, (row, y) => row.Where((_, j) => j != y).Min(x => Math.Abs(Margin - row[y] + x))).Min();

    public bool Equals(MultiMarginSpec? other) => other is not null && Attribute == other.Attribute;

    public override int GetHashCode() => Attribute.GetHashCode(StringComparison.Ordinal);
}

/// <summary>max(0, 1 + max_j≠y x_j − x_y), with x_y = 0 among the x_j (Keras: max((1 − onehot)·x)).</summary>
internal sealed record CategoricalHingeSpec() : LabelLossSpec(null, null)
{
    public override string Attribute => Named("CategoricalHingeLoss");

    protected override Dual Row(Dual[] x, int label)
    {
        Dual largest = x.Select((element, j) => j == label ? 0 : element).MaxBy(element => element.Value);
        Dual margin = 1 + largest - x[label];
        return margin > 0 ? margin : 0;
    }

    /// <summary>From a margin of 0, and from two largest rivals, of which 0 is one.</summary>
    public override double DistanceToKink(double[][] outputs, Targets targets) => outputs.Zip(targets.Labels!, (row, y) =>
    {
        double[] rivals = [.. row.Select((x, j) => j == y ? 0 : x).OrderDescending()];
        return Math.Min(Math.Abs(1 + rivals[0] - row[y]), rivals.Length > 1 ? rivals[0] - rivals[1] : double.PositiveInfinity);
    }).Min();
}
