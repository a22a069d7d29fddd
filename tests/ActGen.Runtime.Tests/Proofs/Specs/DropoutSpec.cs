using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>In training y = x/(1 − rate) where the element's random word is at least ⌊rate·2³²⌋, else 0; at inference y = x.</summary>
internal sealed record DropoutSpec(double Rate) : LayerSpec
{
    public override string Attribute => string.Create(CultureInfo.InvariantCulture, $"Dropout({Rate})");

    public override SpecOrder Reads => SpecOrder.Any;

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => Scale(x, layer, run);

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) => Scale(g, layer, run);

    private double[][] Scale(double[][] rows, int layer, Run run) =>
        [.. rows.Select((row, b) => row.Select((value, i) => run.Training ? value * Factor((b * row.Length) + i, layer, run) : value).ToArray())];

    /// <summary>The canonical order of random numbers: key from (seed, layer), counter from (step, tensor, element / 4), word element mod 4.</summary>
    private double Factor(int element, int layer, Run run)
    {
        if (Rate == 0)
            return 1;
        uint word = ReferencePhilox.Element(run.Seed, layer, run.Step, tensor: 0, element);
        return word >= (uint)Math.Min(Rate * 4294967296.0, uint.MaxValue) && Rate < 1 ? 1 / (1 - Rate) : 0;
    }
}
