using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>Everything that the interpreter says of a network on a batch, as named lists of numbers.</summary>
internal sealed record Reference(IReadOnlyList<ReferenceValues> Values)
{
    /// <summary>Outputs and predictions of inference, then loss and gradients of a training step.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="batch">Parameters, inputs, targets.</param>
    /// <param name="run">The step.</param>
    /// <param name="rounding">What becomes of stored numbers, and of a loss's gradient; nothing when left out.</param>
    public static Reference Of(NetworkSpec spec, Batch batch, Run run, SimulatedRounding? rounding = null)
    {
        Func<double, double>? store = rounding is null ? null : rounding.Relative;
        Interpreter interpreter = new(spec);
        double[][] outputs = interpreter.Forward(batch.Tensors, batch.Inputs, default(Run) with { Store = store }).Outputs;
        Interpreter.Tape tape = interpreter.Forward(batch.Tensors, batch.Inputs, run with { Store = store });
        LossValue loss = spec.Loss!.Evaluate(tape.Outputs, batch.Targets!);
        double[][] lossGradient = rounding is null ? loss.Gradient : [.. loss.Gradient.Select(row => row.Select(value => rounding.LossGradient(value, outputs.Length)).ToArray())];
        Interpreter.Gradients gradients = interpreter.Backward(tape, lossGradient);
        return new Reference(
        [
            new("outputs", Flat(outputs)),
            new("predictions", Flat([.. outputs.Select(spec.Loss.Predict)])),
            new("loss", [loss.Mean]),
            new("input gradient", gradients.Input),
            .. gradients.Tensors.Select((values, i) => new ReferenceValues($"gradient of tensor {i}", values)),
        ]);
    }

    /// <summary>Rms of all gradients together.</summary>
    public double GradientSize => Tolerance.RootMeanSquare([.. Values.Skip(3).SelectMany(value => value.Numbers)]);

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];
}

/// <summary>One result.</summary>
internal sealed record ReferenceValues(string Name, double[] Numbers);
