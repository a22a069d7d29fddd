using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y = x where it is positive, else a·x: in training a = lower + (upper − lower)·u with u from the element's random word, at inference the mean of the bounds.</summary>
internal sealed record RReLUSpec(double Lower = 1.0 / 8, double Upper = 1.0 / 3) : LayerSpec
{
    public override string Attribute => Lower == 1.0 / 8 && Upper == 1.0 / 3 ? "RReLU" : string.Create(CultureInfo.InvariantCulture, $"RReLU({Lower}, {Upper})");

    public override SpecOrder Reads => SpecOrder.Any;

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        [.. x.Select((row, b) => row.Select((value, i) => value * Slope(value, (b * row.Length) + i, layer, run)).ToArray())];

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) =>
        [.. x.Select((row, b) => row.Select((value, i) => g[b][i] * Slope(value, (b * row.Length) + i, layer, run)).ToArray())];

    public override double DistanceToKink(double[][] x, double[][] parameters) =>
        x.SelectMany(row => row).Select(Math.Abs).Where(distance => distance > 0).DefaultIfEmpty(double.PositiveInfinity).Min();

    private double Slope(double x, int element, int layer, Run run)
    {
        if (x > 0)
            return 1;
        return run.Training
            ? Lower + ((Upper - Lower) * ((ReferencePhilox.Element(run.Seed, layer, run.Step, tensor: 0, element) + 0.5) / 4294967296.0))
            : (Lower + Upper) / 2;
    }
}
