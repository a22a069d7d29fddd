using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>What the comparison of one network found.</summary>
/// <param name="WorstScaled">Largest max|g − g₆₄| / (10⁻⁵·rms + 10⁻⁹·rms over all): at most 1 where the promise is met outright.</param>
/// <param name="Failure">Null, or what is further off than the network's own sensitivity explains.</param>
internal sealed record SinglePrecisionResult(double WorstScaled, string? Failure);

/// <summary>The product in float against the interpreter in double: max|g − g₆₄| ≤ 10⁻⁵·rms of that tensor + 10⁻⁹·rms over all.</summary>
/// <remarks>Some networks are so sensitive (exponentials of exponentials, sums that cancel, a learned parameter's gradient, which is
/// one sum) that rounding to float what goes into them and what is stored between their layers moves the result further than
/// that. For them the bound is a multiple of what such roundings make of the interpreter's own result.</remarks>
internal static class SinglePrecisionCheck
{
    private const double Scaled = 1e-5;

    /// <summary>Each stored number is the result of several operations, and four samples are not the worst case.</summary>
    private const double Operations = 16;

    public static SinglePrecisionResult Compare(NetworkSpec spec, IFloatNetwork network, int rows, int seed)
    {
        Run run = new(Training: true, Seed: seed, Step: 0);
        Batch batch = Batch.Draw(spec, rows, seed, run);
        Reference expected = Reference.Of(spec, batch, run);
        float[][] actual = Run(network, batch, run);
        Lazy<Reference[]> moved = new(() => [.. Enumerable.Range(0, 4).Select(i => Rounded(spec, batch, run, new SimulatedRounding(i)))]);

        double worst = 0;
        for (int i = 0; i < expected.Values.Count; i++)
        {
            double[] numbers = expected.Values[i].Numbers;
            double bound = (Scaled * Tolerance.RootMeanSquare(numbers)) + (i < 3 ? 1e-7 : 1e-9 * expected.GradientSize);
            double error = Distance(numbers, [.. actual[i].Select(value => (double)value)]);
            worst = Math.Max(worst, bound == 0 ? error == 0 ? 0 : double.PositiveInfinity : error / bound);
            if (error <= bound)
                continue;
            double sensitivity = moved.Value.Max(reference => Distance(numbers, reference.Values[i].Numbers));
            if (!(error <= bound + (Operations * sensitivity)))
                return new SinglePrecisionResult(worst, $"{expected.Values[i].Name} off by {error:G3}, allowed {bound:G3} and {Operations} × {sensitivity:G3} for roundings, in\n{spec}");
        }
        return new SinglePrecisionResult(worst, null);
    }

    private static float[][] Run(IFloatNetwork network, Batch batch, Run run)
    {
        float[] inputs = Singles(batch.Inputs), parameters = new float[network.Table.Sum(tensor => tensor.Length)];
        for (int t = 0; t < network.Table.Count; t++)
            Singles(batch.Tensors[t]).CopyTo(parameters, network.Table[t].Offset);
        float[]? targets = batch.Targets!.Values is { } values ? Singles([.. values.SelectMany(row => row)]) : null;
        FloatStep step = network.Step(parameters, inputs, batch.Targets.Labels, targets, new TrainerOptions { Seed = run.Seed, MaxDegreeOfParallelism = 1 });
        return
        [
            network.Forward(parameters, inputs),
            network.Predict(parameters, inputs),
            [step.Loss],
            step.InputGradients,
            .. network.Table.Where(tensor => tensor.Kind != ParameterKind.Statistic).Select(tensor => step.Gradients.AsSpan(tensor.Offset, tensor.Length).ToArray()),
        ];
    }

    private static Reference Rounded(NetworkSpec spec, Batch batch, Run run, SimulatedRounding rounding)
    {
        double[] Move(double[] values) => [.. values.Select(rounding.Relative)];
        return Reference.Of(spec, batch with { Tensors = [.. batch.Tensors.Select(Move)], Inputs = Move(batch.Inputs) }, run, rounding);
    }

    /// <summary>Largest difference of two elements; NaN counts as infinitely far.</summary>
    private static double Distance(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - actual[i]);
            largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
        }
        return largest;
    }

    private static float[] Singles(double[] values) => [.. values.Select(value => (float)value)];
}
