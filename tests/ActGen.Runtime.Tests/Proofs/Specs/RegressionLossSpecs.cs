using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>½d²/β where |d| &lt; β, else |d| − ½β.</summary>
internal sealed record SmoothL1Spec(double Beta = 1) : ElementLossSpec
{
    public override string Attribute => $"SmoothL1Loss({Number(Beta)})";

    public override TargetSort Sort => TargetSort.Real;

    protected override Dual Element(Dual x, double t)
    {
        Dual d = x > t ? x - t : t - x;
        return d < Beta ? 0.5 * d * d / Beta : d - (0.5 * Beta);
    }

    protected override IEnumerable<double> Kinks(double t) => [t - Beta, t + Beta];
}

/// <summary>ln((eᵈ + e^−d)/2), d = x − t.</summary>
internal sealed record LogCoshSpec : ElementLossSpec
{
    public override string Attribute => "LogCoshLoss";

    public override TargetSort Sort => TargetSort.Real;

    protected override Dual Element(Dual x, double t)
    {
        Dual d = x > t ? x - t : t - x;
        return d + Dual.Log1p(Dual.Exp(-2 * d)) - Math.Log(2);
    }
}

/// <summary>100·|x − t| / max(|t|, 10⁻⁷).</summary>
internal sealed record MAPESpec : ElementLossSpec
{
    public override string Attribute => "MAPELoss";

    public override TargetSort Sort => TargetSort.Real;

    protected override Dual Element(Dual x, double t) => 100 * (x > t ? x - t : t - x) / Math.Max(Math.Abs(t), 1e-7);

    protected override IEnumerable<double> Kinks(double t) => [t];
}

/// <summary>(ln(1 + x) − ln(1 + t))², both at least 10⁻⁷.</summary>
internal sealed record MSLESpec : ElementLossSpec
{
    public override string Attribute => "MSLELoss";

    public override TargetSort Sort => TargetSort.Count;

    protected override Dual Element(Dual x, double t)
    {
        Dual d = Dual.Log1p(x > 1e-7 ? x : 1e-7) - Math.Log(1 + Math.Max(t, 1e-7));
        return d * d;
    }

    protected override IEnumerable<double> Kinks(double t) => [1e-7];
}
