using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>The product in float against the interpreter in double: max|g − g₆₄| ≤ 10⁻⁵·rms of that tensor + 10⁻⁹·rms over all.</summary>
internal static class SinglePrecisionCheck
{
    private const double Scaled = 1e-5;

    /// <summary>Null, or what is too far off.</summary>
    public static string? Failure(NetworkSpec spec, IFloatNetwork network, int rows, int seed)
    {
        try
        {
            Assert(spec, network, rows, seed);
            return null;
        }
        catch (Exception failure)
        {
            return failure is Xunit.Sdk.XunitException ? failure.Message : failure.ToString();
        }
    }

    public static void Assert(NetworkSpec spec, IFloatNetwork network, int rows, int seed)
    {
        Run run = new(Training: true, Seed: seed, Step: 0);
        Batch batch = Batch.Draw(spec, rows, seed, run);
        Interpreter interpreter = new(spec);
        float[] inputs = Singles(batch.Inputs), parameters = new float[network.Table.Sum(tensor => tensor.Length)];
        for (int t = 0; t < network.Table.Count; t++)
            Singles(batch.Tensors[t]).CopyTo(parameters, network.Table[t].Offset);

        double[][] outputs = interpreter.Forward(batch.Tensors, batch.Inputs, default).Outputs;
        AssertClose(Flat(outputs), network.Forward(parameters, inputs), 0, () => $"Forward of\n{spec}\n");
        if (spec.Loss is null)
            return;
        AssertClose(Flat([.. outputs.Select(spec.Loss.Predict)]), network.Predict(parameters, inputs), 0, () => $"Predict of\n{spec}\n");

        Interpreter.Tape tape = interpreter.Forward(batch.Tensors, batch.Inputs, run);
        LossValue loss = spec.Loss.Evaluate(tape.Outputs, batch.Targets!);
        Interpreter.Gradients expected = interpreter.Backward(tape, loss.Gradient);
        FloatStep step = network.Step(parameters, inputs, batch.Targets!.Labels, batch.Targets.Values is { } values ? Singles(Flat(values)) : null, new TrainerOptions { Seed = run.Seed, MaxDegreeOfParallelism = 1 });
        Tolerance.AssertScaled([loss.Mean], [step.Loss], Scaled, 1e-7, () => $"loss of\n{spec}\n");
        double all = Tolerance.RootMeanSquare([.. expected.Tensors.SelectMany(values => values), .. expected.Input]), overall = 1e-9 * all;
        AssertClose(expected.Input, step.InputGradients, overall, () => $"input gradient of\n{spec}\n");
        for (int t = 0; t < network.Table.Count; t++)
        {
            ParameterInfo tensor = network.Table[t];
            // A learned parameter of an activation is a tensor of one element: where its terms cancel, its own size says nothing
            // about the size of what was added. It is measured by the size of all gradients.
            double absolute = tensor.Kind == ParameterKind.Activation ? Scaled * all : overall;
            AssertClose(expected.Tensors[t], step.Gradients.AsSpan(tensor.Offset, tensor.Length), absolute, () => $"{tensor.Name} gradient of\n{spec}\n");
        }
    }

    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double absolute, Func<string> what)
    {
        double[] widened = new double[actual.Length];
        for (int i = 0; i < widened.Length; i++)
            widened[i] = actual[i];
        Tolerance.AssertScaled(expected, widened, Scaled, absolute, what);
    }

    private static float[] Singles(double[] values) => [.. values.Select(value => (float)value)];

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];
}
