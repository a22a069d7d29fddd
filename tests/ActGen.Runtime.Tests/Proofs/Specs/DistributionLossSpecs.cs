using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>t·(ln t − x), or eᵗ(t − x); divided by the elements, or by the rows of the batch.</summary>
internal sealed record KLDivSpec(bool LogTarget = false, bool BatchMean = false) : ElementLossSpec
{
    public override string Attribute => (LogTarget, BatchMean) switch
    {
        (false, false) => "KLDivLoss",
        (true, false) => "KLDivLoss(LogTarget = true)",
        (false, true) => "KLDivLoss(BatchMean = true)",
        _ => "KLDivLoss(LogTarget = true, BatchMean = true)",
    };

    public override TargetSort Sort => LogTarget ? TargetSort.LogProbabilities : TargetSort.Probabilities;

    public override double[] Predict(double[] outputs) => LogTarget ? outputs : [.. outputs.Select(Math.Exp)];

    protected override Dual Element(Dual x, double t) => LogTarget ? Math.Exp(t) * (t - x) : t == 0 ? 0 : t * (Math.Log(t) - x);

    protected override double Divisor(double[][] outputs, int rows) => BatchMean ? rows : base.Divisor(outputs, rows);
}

/// <summary>eˣ − tx, or x − t·ln(x + 10⁻⁸); with Stirling's formula where t is above 1.</summary>
internal sealed record PoissonSpec(bool LogInput = true, bool Full = false) : ElementLossSpec
{
    public override string Attribute => $"PoissonNLLLoss(LogInput = {(LogInput ? "true" : "false")}, Full = {(Full ? "true" : "false")})";

    public override TargetSort Sort => TargetSort.Count;

    public override double[] Predict(double[] outputs) => LogInput ? [.. outputs.Select(Math.Exp)] : outputs;

    protected override Dual Element(Dual x, double t)
    {
        double constant = Full && t > 1 ? (t * Math.Log(t)) - t + (0.5 * Math.Log(2 * Math.PI * t)) : 0;
        return (LogInput ? Dual.Exp(x) - (t * x) : x - (t * Dual.Log(x + 1e-8))) + constant;
    }

    /// <summary>Towards a rate of 0 a logarithm has no digits left in float.</summary>
    protected override IEnumerable<double> Kinks(double t) => LogInput ? [] : [0];
}

/// <summary>½(ln v + (μ − t)²/v), v = max(eˢ, ε), with ½ ln 2π.</summary>
internal sealed record GaussianSpec(bool Full = false, double Epsilon = 1e-6) : LossSpec
{
    public override string Attribute => $"GaussianNLLLoss(Full = {(Full ? "true" : "false")}, Epsilon = {Epsilon.ToString(System.Globalization.CultureInfo.InvariantCulture)})";

    public override TargetSort Sort => TargetSort.Real;

    public override int Outputs => 4;

    public override int TargetWidth(int outputs) => outputs / 2;

    public override double[] Predict(double[] outputs) => [.. outputs.Select((x, i) => i < outputs.Length / 2 ? x : Math.Max(Math.Exp(x), Epsilon))];

    public override LossValue Evaluate(double[][] outputs, Targets targets)
    {
        double[][] gradient = [.. outputs.Select(row => new double[row.Length])];
        double sum = 0, count = targets.Values!.Sum(row => row.Length);
        for (int b = 0; b < outputs.Length; b++)
        {
            int width = targets.Values![b].Length;
            for (int n = 0; n < width; n++)
            {
                double d = outputs[b][n] - targets.Values![b][n], variance = Math.Max(Math.Exp(outputs[b][width + n]), Epsilon);
                sum += 0.5 * (Math.Log(variance) + (d * d / variance) + (Full ? Math.Log(2 * Math.PI) : 0));
                gradient[b][n] = d / variance / count;
                // ∂/∂v·∂v/∂s, v's derivative taken as if it were not bounded.
                gradient[b][width + n] = 0.5 * ((1 / variance) - (d * d / (variance * variance))) * variance / count;
            }
        }
        return new LossValue(sum / count, gradient);
    }

    /// <summary>Below the bound the loss is flat and the gradient, by definition, is not.</summary>
    public override double DistanceToKink(double[][] outputs, Targets targets) =>
        outputs.Min(row => row.Skip(row.Length / 2).Min(s => s - Math.Log(Epsilon)));
}
