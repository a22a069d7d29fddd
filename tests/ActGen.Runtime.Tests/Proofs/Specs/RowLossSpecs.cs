using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A loss of a whole row and its real targets, differentiated by dual numbers, averaged over the rows.</summary>
internal abstract record RowLossSpec : LossSpec
{
    /// <summary>The loss of one row.</summary>
    protected abstract Dual Row(Dual[] x, double[] t);

    public override LossValue Evaluate(double[][] outputs, Targets targets)
    {
        double sum = 0;
        double[][] gradient = [.. outputs.Select(row => new double[row.Length])];
        for (int b = 0; b < outputs.Length; b++)
        {
            for (int j = 0; j < outputs[b].Length; j++)
            {
                Dual loss = Row([.. outputs[b].Select((x, i) => new Dual(x, i == j ? 1 : 0))], targets.Values![b]);
                gradient[b][j] = loss.Tangent / outputs.Length;
                sum += j == 0 ? loss.Value : 0;
            }
        }
        return new LossValue(sum / outputs.Length, gradient);
    }

    protected static Dual Sum(IEnumerable<Dual> terms) => terms.Aggregate((Dual)0, (a, b) => a + b);

    protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>−x·t/(‖x‖‖t‖).</summary>
internal sealed record CosineSimilaritySpec : RowLossSpec
{
    public override string Attribute => "CosineSimilarityLoss";

    public override TargetSort Sort => TargetSort.Real;

    protected override Dual Row(Dual[] x, double[] t) =>
        -Sum(x.Zip(t, (a, b) => a * b)) / (Dual.Sqrt(Sum(x.Select(a => a * a))) * Math.Sqrt(t.Sum(b => b * b)));

    /// <summary>At 0 there is no direction, and beside it no digits.</summary>
    public override double DistanceToKink(double[][] outputs, Targets targets) => outputs.Min(row => Math.Sqrt(row.Sum(x => x * x)));
}

/// <summary>1 − (I + ε)/(I + αP + βN + ε).</summary>
internal sealed record TverskySpec(double Alpha = 0.5, double Beta = 0.5, bool IsDice = false) : RowLossSpec
{
    public override string Attribute => IsDice ? "DiceLoss" : $"TverskyLoss({Number(Alpha)}, {Number(Beta)})";

    public override TargetSort Sort => TargetSort.ZeroOrOne;

    protected override Dual Row(Dual[] x, double[] t)
    {
        Dual right = Sum(x.Zip(t, (a, b) => a * b)), positive = Sum(x.Zip(t, (a, b) => a * (1 - b))), negative = Sum(x.Zip(t, (a, b) => (1 - a) * b));
        return 1 - ((right + 1e-7) / (right + (Alpha * positive) + (Beta * negative) + 1e-7));
    }

    /// <summary>Where nothing is predicted and nothing there, the quotient has no digits.</summary>
    public override double DistanceToKink(double[][] outputs, Targets targets) => outputs.Min(row => row.Sum());
}

/// <summary>Σ max(0, 1 − (x_i − x_j)) / classes over right i and wrong j.</summary>
internal sealed record MultiLabelMarginSpec : RowLossSpec
{
    public override string Attribute => "MultiLabelMarginLoss";

    public override TargetSort Sort => TargetSort.ZeroOrOne;

    protected override Dual Row(Dual[] x, double[] t) =>
        Sum(Pairs(t).Select(pair => 1 - (x[pair.Right] - x[pair.Wrong])).Select(margin => margin > 0 ? margin : 0)) / x.Length;

    public override double DistanceToKink(double[][] outputs, Targets targets) =>
        outputs.Zip(targets.Values!, (x, t) => Pairs(t).Select(pair => Math.Abs(1 - x[pair.Right] + x[pair.Wrong])).DefaultIfEmpty(double.PositiveInfinity).Min()).Min();

    private static IEnumerable<(int Right, int Wrong)> Pairs(double[] t) =>
        from right in Enumerable.Range(0, t.Length) where t[right] >= 0.5 from wrong in Enumerable.Range(0, t.Length) where t[wrong] < 0.5 select (right, wrong);
}
