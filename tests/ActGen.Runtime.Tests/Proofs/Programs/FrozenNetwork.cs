using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>A frozen network beside what it was made of.</summary>
/// <typeparam name="TNet">The generated class.</typeparam>
internal sealed class FrozenNetwork<TNet>(TNet original) : IFrozenNetwork
    where TNet : INetwork<TNet>
{
    private readonly TNet _frozen = original.Freeze();

    public IReadOnlyList<FoldedNormalization> Folded => TNet.Code.Plan.Definition.Folded;

    public float[] State => _frozen.State.Buffer.Span.ToArray();

    public float[] Original => original.State.Buffer.Span.ToArray();

    public float[] Forward(float[] inputs)
    {
        float[] outputs = Undefined(inputs);
        _frozen.Forward(inputs, outputs);
        return outputs;
    }

    public float[] Forward(float[] inputs, int threads)
    {
        float[] outputs = Undefined(inputs);
        using Predictor<TNet> predictor = _frozen.CreatePredictor(new PredictorOptions { Workers = threads });
        predictor.Forward(inputs, outputs);
        return outputs;
    }

    public IFrozenNetwork Freeze() => new FrozenNetwork<TNet>(_frozen);

    public long Allocations(float[] inputs)
    {
        float[] outputs = Undefined(inputs);
        return AllocationMeter.OfThread(() => _frozen.Forward(inputs, outputs));
    }

    public IReadOnlyDictionary<string, Action> Refused(Dataset data)
    {
        MemoryStream file = new();
        original.Save(file);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        return new Dictionary<string, Action>
        {
            ["CreateTrainer"] = () => _frozen.CreateTrainer(new SGD(), 2).Dispose(),
            ["Fit"] = () => _frozen.Fit(data),
            ["Save(path)"] = () => _frozen.Save(path),
            ["Save(stream)"] = () => _frozen.Save(new MemoryStream()),
            ["LoadParameters(path)"] = () => _frozen.LoadParameters(path),
            ["LoadParameters(stream)"] = () => _frozen.LoadParameters(new MemoryStream(file.ToArray())),
            ["LoadParameters(file)"] = () => _frozen.LoadParameters(file.ToArray()),
        };
    }

    public (double Frozen, double Original) Losses(Dataset data) => (_frozen.Evaluate(data).Loss, original.Evaluate(data).Loss);

    private static float[] Undefined(float[] inputs)
    {
        float[] buffer = new float[inputs.Length / TNet.Code.Plan.InputSize * TNet.Code.Plan.OutputSize];
        Array.Fill(buffer, float.NaN);
        return buffer;
    }
}
