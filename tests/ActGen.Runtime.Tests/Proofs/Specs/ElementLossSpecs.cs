using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A loss that is the mean over all elements of ℓ(x, t), differentiated by dual numbers.</summary>
internal abstract record ElementLossSpec : LossSpec
{
    /// <summary>ℓ.</summary>
    protected abstract Dual Element(Dual x, double t);

    /// <summary>Where ℓ(x, t) has a kink in x.</summary>
    protected virtual IEnumerable<double> Kinks(double t) => [];

    /// <summary>What the sum is divided by.</summary>
    /// <param name="outputs">One row for each position.</param>
    /// <param name="rows">Rows of the batch.</param>
    protected virtual double Divisor(double[][] outputs, int rows) => outputs.Sum(row => row.Length);

    public override LossValue Evaluate(double[][] outputs, Targets targets)
    {
        double count = Divisor(outputs, targets.Rows), sum = 0;
        double[][] gradient = [.. outputs.Select(row => new double[row.Length])];
        for (int b = 0; b < outputs.Length; b++)
        {
            for (int n = 0; n < outputs[b].Length; n++)
            {
                Dual element = Element(new Dual(outputs[b][n], 1), targets.Values![b][n]);
                sum += element.Value;
                gradient[b][n] = element.Tangent / count;
            }
        }
        return new LossValue(sum / count, gradient);
    }

    public override double DistanceToKink(double[][] outputs, Targets targets) =>
        outputs.Zip(targets.Values!, (row, t) => row.Zip(t, (x, target) => Kinks(target).Select(kink => Math.Abs(x - kink)).DefaultIfEmpty(double.PositiveInfinity).Min()).Min()).Min();

    /// <summary>−ln σ(−x).</summary>
    protected static Dual Softplus(Dual x) => x > 0 ? x + Dual.Log1p(Dual.Exp(-x)) : Dual.Log1p(Dual.Exp(x));

    protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>(x − t)².</summary>
internal sealed record MSESpec : ElementLossSpec
{
    public override string Attribute => "MSELoss";

    public override TargetSort Sort => TargetSort.Real;

    protected override Dual Element(Dual x, double t) => (x - t) * (x - t);
}

/// <summary>|x − t|.</summary>
internal sealed record L1Spec : ElementLossSpec
{
    public override string Attribute => "L1Loss";

    public override TargetSort Sort => TargetSort.Real;

    protected override Dual Element(Dual x, double t) => x > t ? x - t : x < t ? t - x : 0;

    protected override IEnumerable<double> Kinks(double t) => [t];
}

/// <summary>½d² where |d| ≤ δ, else δ(|d| − ½δ).</summary>
internal sealed record HuberSpec(double Delta = 1) : ElementLossSpec
{
    public override string Attribute => Delta == 1 ? "HuberLoss" : $"HuberLoss({Number(Delta)})";

    public override TargetSort Sort => TargetSort.Real;

    protected override Dual Element(Dual x, double t)
    {
        Dual d = x > t ? x - t : t - x;
        return d <= Delta ? 0.5 * d * d : Delta * (d - (0.5 * Delta));
    }

    protected override IEnumerable<double> Kinks(double t) => [t - Delta, t + Delta];
}

/// <summary>−t ln x − (1 − t) ln(1 − x), the logarithms not below −100.</summary>
internal sealed record BCESpec : ElementLossSpec
{
    public override string Attribute => "BCELoss";

    public override TargetSort Sort => TargetSort.ZeroOrOne;

    /// <summary>Towards 0 and 1 the logarithms are clamped and 1 − x has no digits left.</summary>
    protected override IEnumerable<double> Kinks(double t) => [0, 1];

    protected override Dual Element(Dual x, double t) => -((t * Logarithm(x)) + ((1 - t) * Logarithm(1 - x)));

    private static Dual Logarithm(Dual x) => Math.Log(x.Value) < -100 ? -100 : new Dual(Math.Log(x.Value), x.Tangent / x.Value);
}

/// <summary>−p·t·ln σ(x) − (1 − t)·ln(1 − σ(x)).</summary>
internal sealed record BCEWithLogitsSpec(double PositiveWeight = 1) : ElementLossSpec
{
    public override string Attribute => PositiveWeight == 1 ? "BCEWithLogitsLoss" : $"BCEWithLogitsLoss(PositiveWeight = {Number(PositiveWeight)})";

    public override TargetSort Sort => TargetSort.ZeroOrOne;

    public override double[] Predict(double[] outputs) => [.. outputs.Select(x => 1 / (1 + Math.Exp(-x)))];

    protected override Dual Element(Dual x, double t) => (PositiveWeight * t * Softplus(-x)) + ((1 - t) * Softplus(x));
}
