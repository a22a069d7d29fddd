using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>Calls a network class through <see cref="INetwork{TSelf}"/> alone.</summary>
/// <typeparam name="TNet">The generated class.</typeparam>
internal sealed class FloatNetwork<TNet> : IFloatNetwork
    where TNet : INetwork<TNet>
{
    private const int DistinctBatches = 8;

    private static readonly NetworkDefinition Definition = TNet.Code.Plan.Definition;

    public IReadOnlyList<ParameterInfo> Table => Definition.Parameters;

    public float[] NewParameters(long seed) => New(seed).State.Buffer.Span.ToArray();

    public float[] Forward(float[] parameters, float[] inputs)
    {
        float[] outputs = Undefined(inputs);
        With(parameters).Forward(inputs, outputs);
        return outputs;
    }

    public float[] Predict(float[] parameters, float[] inputs)
    {
        float[] predictions = Undefined(inputs);
        With(parameters).Predict(inputs, predictions);
        return predictions;
    }

    public float[] Predict(float[] parameters, float[] inputs, int threads)
    {
        float[] predictions = Undefined(inputs);
        using Predictor<TNet> predictor = With(parameters).CreatePredictor(new PredictorOptions { Workers = threads });
        predictor.Predict(inputs, predictions);
        return predictions;
    }

    public IFrozenNetwork Freeze(float[] parameters) => new FrozenNetwork<TNet>(With(parameters));

    public FloatStep Step(float[] parameters, float[] inputs, int[]? labels, float[]? targets, TrainerOptions options)
    {
        TNet network = With(parameters);
        using Trainer<TNet> trainer = network.CreateTrainer(new SGD(0.01), inputs.Length / Definition.InputSize, options);
        float loss = Step(trainer, inputs, labels, targets);
        return new FloatStep(loss, trainer.Gradients.ToArray(), trainer.InputGradients.ToArray(), network.State.Buffer.Span[network.State.Parameters.Length..].ToArray());
    }

    public TrainingRun Train(NetworkSpec spec, int steps, int rows, int threads)
    {
        TNet network = New(seed: 42);
        TrainingData[] data = [.. Enumerable.Range(0, DistinctBatches).Select(i => TrainingData.Draw(spec, rows, i))];
        using Trainer<TNet> trainer = network.CreateTrainer(new AdamW(0.002), rows, new TrainerOptions { Workers = threads, ClipNorm = 5 });
        float[] losses = new float[steps];
        for (int step = 0; step < steps; step++)
        {
            // One of the batches is shorter: it must not remember the rows of the one before.
            TrainingData batch = data[step % DistinctBatches];
            losses[step] = Step(trainer, batch.Inputs, batch.Labels, batch.Targets);
        }
        return new TrainingRun(trainer.Workers, losses, network.State.Buffer.Span.ToArray(), trainer.InputGradients.ToArray());
    }

    public AllocatedBytes Allocations(NetworkSpec spec, int rows, int threads, Func<Action, long> meter)
    {
        TNet network = New(seed: 42);
        TrainingData data = TrainingData.Draw(spec, rows, seed: 0);
        float[] outputs = Undefined(data.Inputs);
        int[] labels = new int[rows * spec.Positions * (spec.Loss is ClassLossSpec ? 1 : spec.Widths[^1])];
        using Trainer<TNet> trainer = network.CreateTrainer(new Adam(0.001), rows, new TrainerOptions { Workers = threads, ClipNorm = 1 });
        using Predictor<TNet> predictor = network.CreatePredictor(new PredictorOptions { Workers = threads });
        return new AllocatedBytes(
            Step: meter(() => Step(trainer, data.Inputs, data.Labels, data.Targets)),
            Forward: meter(() => network.Forward(data.Inputs, outputs)),
            Predict: meter(() => network.Predict(data.Inputs, outputs)),
            Classify: spec.Loss is ClassLossSpec or BCEWithLogitsSpec ? meter(() => network.State.Classify(data.Inputs, labels)) : 0,
            Predictor: meter(() => predictor.Predict(data.Inputs, outputs)));
    }

    private static float Step(Trainer<TNet> trainer, float[] inputs, int[]? labels, float[]? targets) =>
        labels is not null ? trainer.Step(inputs, labels) : trainer.Step(inputs, targets);

    private static float[] Undefined(float[] inputs)
    {
        float[] buffer = new float[inputs.Length / Definition.InputSize * Definition.OutputSize];
        Array.Fill(buffer, float.NaN);
        return buffer;
    }

    private static TNet New(long seed) => TNet.Create(NetworkState.Create(TNet.Code, seed));

    private static TNet With(float[] parameters)
    {
        TNet network = New(seed: 0);
        parameters.CopyTo(network.State.Buffer.Span);
        return network;
    }
}
