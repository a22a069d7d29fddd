using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>What must hold between a generated program in double, its own difference quotients, and the interpreter.</summary>
internal sealed class GradientCheck(NetworkSpec spec, IDoubleNetwork network, int rows, int seed)
{
    private readonly Run _run = new(Training: true, Seed: 0x0123_4567_89AB_CDEF + seed, Step: 5);

    /// <summary>Outputs, predictions, loss and all gradients are those of the definitions.</summary>
    public void AgreesWithInterpreter()
    {
        Batch batch = Batch.Draw(spec, rows, seed, _run);
        DoubleBatch input = DoubleBatch.Of(batch, network.Definition, _run);
        Interpreter interpreter = new(spec);
        Interpreter.Tape training = interpreter.Forward(batch.Tensors, batch.Inputs, _run);
        double[][] inference = interpreter.Forward(batch.Tensors, batch.Inputs, default).Outputs;

        Tolerance.AssertSame(Flat(inference), network.Infer(input), () => $"inference of\n{spec}\n");
        Tolerance.AssertSame(Flat(training.Outputs), network.Forward(input), () => $"training forward of\n{spec}\n");
        if (spec.Loss is null)
            return;
        Tolerance.AssertSame(Flat([.. inference.Select(spec.Loss.Predict)]), network.Predict(input), () => $"predictions of\n{spec}\n");
        LossValue expected = spec.Loss.Evaluate(training.Outputs, batch.Targets!);
        (double loss, DoubleGradients actual) = network.LossGradients(input);
        Tolerance.AssertSame([expected.Mean], [loss], () => $"loss of\n{spec}\n");
        AssertGradients(interpreter.Backward(training, expected.Gradient), actual);
    }

    /// <summary>Every element of the Jacobian of the outputs, by all inputs and parameters.</summary>
    public void JacobianMatchesDifferences()
    {
        DoubleBatch batch = Draw();
        int outputs = batch.Rows * network.Definition.OutputSize;
        DoubleGradients[] jacobian = [.. Enumerable.Range(0, outputs).Select(j => network.Backward(batch, Unit(j, outputs)))];
        AssertDifferences(batch, () => network.Forward(batch), (variables, i, j) => (variables == batch.Inputs ? jacobian[j].Input : jacobian[j].Parameters)[i]);
    }

    /// <summary>The gradient of the loss by all inputs and parameters.</summary>
    public void LossGradientMatchesDifferences()
    {
        DoubleBatch batch = Draw();
        (double loss, DoubleGradients gradients) = network.LossGradients(batch);
        Assert.Equal(loss, network.Loss(batch));
        AssertDifferences(batch, () => [network.Loss(batch)], (variables, i, _) => (variables == batch.Inputs ? gradients.Input : gradients.Parameters)[i]);
    }

    private DoubleBatch Draw() => DoubleBatch.Of(Batch.Draw(spec, rows, seed, _run, FiniteDifferences.KinkMargin), network.Definition, _run);

    private void AssertDifferences(DoubleBatch batch, Func<double[]> f, Func<double[], int, int, double> gradient)
    {
        int statistics = network.Definition.Parameters.Where(tensor => tensor.Kind == ParameterKind.Statistic).Sum(tensor => tensor.Length);
        foreach ((double[] variables, int count) in new[] { (batch.Inputs, batch.Inputs.Length), (batch.Parameters, batch.Parameters.Length - statistics) })
        {
            for (int i = 0; i < count; i++)
            {
                Quotient[] expected = FiniteDifferences.Derivative(f, ref variables[i]);
                for (int j = 0; j < expected.Length; j++)
                    Tolerance.AssertDifferences(expected[j], gradient(variables, i, j), () => $"output {j} by {Name(batch, variables, i)} of\n{spec}\n");
            }
        }
    }

    private void AssertGradients(Interpreter.Gradients expected, DoubleGradients actual)
    {
        Tolerance.AssertSame(expected.Input, actual.Input, () => $"input gradient of\n{spec}\n");
        IReadOnlyList<ParameterInfo> table = network.Definition.Parameters;
        for (int t = 0; t < expected.Tensors.Length; t++)
            Tolerance.AssertSame(expected.Tensors[t], actual.Parameters.AsSpan(table[t].Offset, table[t].Length), () => $"{table[t].Name} gradient of\n{spec}\n");
    }

    private string Name(DoubleBatch batch, double[] variables, int i) => variables == batch.Inputs
        ? $"input {i}"
        : network.Definition.Parameters.Where(tensor => tensor.Offset <= i && i < tensor.Offset + tensor.Length).Select(tensor => $"{tensor.Name}[{i - tensor.Offset}]").SingleOrDefault("padding");

    private static double[] Unit(int index, int length)
    {
        double[] unit = new double[length];
        unit[index] = 1;
        return unit;
    }

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];
}
