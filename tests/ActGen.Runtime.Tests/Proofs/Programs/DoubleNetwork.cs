using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>Drives a generated program by its contract. Every buffer starts as NaN and is laid out for more rows than are used:
/// code that reads what it has not written, or adds where it should assign, shows.</summary>
/// <typeparam name="TProgram">The generated program.</typeparam>
internal sealed class DoubleNetwork<TProgram> : IDoubleNetwork
    where TProgram : INetworkProgram<double>
{
    public NetworkDefinition Definition { get; } = TProgram.Describe();

    public double[] Infer(DoubleBatch batch)
    {
        Buffers buffers = new(Definition, batch, Definition.Inference);
        InferencePass<double> pass = buffers.Pass().Inference;
        TProgram.Infer(in pass);
        return buffers.Outputs;
    }

    public double[] Predict(DoubleBatch batch)
    {
        Buffers buffers = new(Definition, batch, Definition.Inference);
        InferencePass<double> pass = buffers.Pass().Inference;
        TProgram.Infer(in pass);
        TProgram.Transform(in pass);
        return buffers.Outputs;
    }

    public double[] Forward(DoubleBatch batch)
    {
        Buffers buffers = new(Definition, batch, Definition.Training);
        Pass<double> pass = buffers.Pass();
        TProgram.Forward(in pass);
        return buffers.Outputs;
    }

    public double Loss(DoubleBatch batch)
    {
        Buffers buffers = new(Definition, batch, Definition.Training);
        Pass<double> pass = buffers.Pass() with { OutputGradient = default };
        TProgram.Forward(in pass);
        return Mean(in pass, buffers);
    }

    public (double Loss, DoubleGradients Gradients) LossGradients(DoubleBatch batch)
    {
        Buffers buffers = new(Definition, batch, Definition.Training);
        Pass<double> pass = buffers.Pass();
        TProgram.Forward(in pass);
        double loss = Mean(in pass, buffers);
        TProgram.Backward(in pass);
        return (loss, new DoubleGradients(buffers.ParameterGradients, buffers.InputGradients));
    }

    public DoubleGradients Backward(DoubleBatch batch, double[] outputGradient)
    {
        Buffers buffers = new(Definition, batch, Definition.Training);
        Pass<double> pass = buffers.Pass();
        TProgram.Forward(in pass);
        outputGradient.CopyTo(pass.OutputGradient);
        TProgram.Backward(in pass);
        return new DoubleGradients(buffers.ParameterGradients, buffers.InputGradients);
    }

    private static double Mean(ref readonly Pass<double> pass, Buffers buffers)
    {
        double divisor = TProgram.Loss(in pass);
        return divisor == 0 ? 0 : buffers.RowLosses.Sum() / divisor;
    }

    /// <summary>Everything that one pass writes.</summary>
    private sealed class Buffers(NetworkDefinition definition, DoubleBatch batch, BufferSizes sizes)
    {
        private const int SpareRows = 3;

        public double[] Outputs { get; } = Undefined(batch.Rows * definition.OutputSize);

        public double[] OutputGradients { get; } = Undefined(batch.Rows * definition.OutputSize);

        public double[] InputGradients { get; } = Undefined(batch.Rows * definition.InputSize);

        public double[] ParameterGradients { get; } = Undefined(batch.Parameters.Length);

        // Zero, as in a trainer: class losses write one for each position of a row, the others one for a row.
        public double[] RowLosses { get; } = new double[batch.Rows * definition.OutputShape.SkipLast(1).Aggregate(1, (product, size) => product * size)];

        // A copy: training writes running statistics behind the parameters.
        private double[] Parameters { get; } = [.. batch.Parameters];

        private double[] Workspace { get; } = Undefined(checked((int)sizes.Elements(batch.Rows + SpareRows, workers: 1)));

        public Pass<double> Pass() =>
            new(new(new Work(batch.Rows), batch.Rows + SpareRows, batch.Inputs, Outputs, Parameters, Workspace), ParameterGradients)
            {
                InputGradient = InputGradients,
                OutputGradient = OutputGradients,
                Labels = batch.Labels,
                Targets = batch.Targets,
                RowLosses = RowLosses,
                Seed = batch.Run.Seed,
                Step = batch.Run.Step,
            };

        private static double[] Undefined(int length)
        {
            double[] buffer = new double[length];
            Array.Fill(buffer, double.NaN);
            return buffer;
        }
    }
}
