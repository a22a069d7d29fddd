using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>−t·α(1 − p)^γ·ln p − (1 − t)(1 − α)·p^γ·ln(1 − p), p = σ(x).</summary>
internal sealed record BinaryFocalSpec(double Gamma = 2, double Alpha = 0.25) : ElementLossSpec
{
    public override string Attribute => Gamma == 2 && Alpha == 0.25 ? "BinaryFocalLoss" : $"BinaryFocalLoss({Number(Gamma)}, {Number(Alpha)})";

    public override TargetSort Sort => TargetSort.ZeroOrOne;

    public override double[] Predict(double[] outputs) => [.. outputs.Select(x => 1 / (1 + Math.Exp(-x)))];

    protected override Dual Element(Dual x, double t)
    {
        double ofOne = Alpha < 0 ? 1 : Alpha, ofZero = Alpha < 0 ? 1 : 1 - Alpha;
        Dual p = 1 / (1 + Dual.Exp(-x)), rest = 1 / (1 + Dual.Exp(x));
        return (t * ofOne * Dual.Power(rest, Gamma) * Softplus(-x)) + ((1 - t) * ofZero * Dual.Power(p, Gamma) * Softplus(x));
    }
}

/// <summary>ln(1 + e^−tx).</summary>
internal sealed record SoftMarginSpec : ElementLossSpec
{
    public override string Attribute => "SoftMarginLoss";

    public override TargetSort Sort => TargetSort.Sign;

    public override double[] Predict(double[] outputs) => [.. outputs.Select(x => 1 / (1 + Math.Exp(-x)))];

    protected override Dual Element(Dual x, double t) => Softplus(-t * x);
}

/// <summary>max(0, 1 − tx), or its square.</summary>
internal sealed record HingeSpec(bool IsSquared = false) : ElementLossSpec
{
    public override string Attribute => IsSquared ? "SquaredHingeLoss" : "HingeLoss";

    public override TargetSort Sort => TargetSort.Sign;

    protected override Dual Element(Dual x, double t)
    {
        Dual margin = 1 - (t * x);
        margin = margin > 0 ? margin : 0;
        return IsSquared ? margin * margin : margin;
    }

    protected override IEnumerable<double> Kinks(double t) => [t];
}

/// <summary>x for +1, max(0, m − x) for −1.</summary>
internal sealed record HingeEmbeddingSpec(double Margin = 1.5) : ElementLossSpec
{
    public override string Attribute => $"HingeEmbeddingLoss({Number(Margin)})";

    public override TargetSort Sort => TargetSort.Sign;

    protected override Dual Element(Dual x, double t) => t > 0 ? x : x < Margin ? Margin - x : 0;

    protected override IEnumerable<double> Kinks(double t) => t > 0 ? [] : [Margin];
}
