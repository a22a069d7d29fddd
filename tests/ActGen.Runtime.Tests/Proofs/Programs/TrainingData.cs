using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>One batch as a trainer takes it.</summary>
internal sealed record TrainingData(float[] Inputs, int[]? Labels, float[]? Targets)
{
    /// <summary>A drawn batch, near kinks or not: what trains on it is compared with itself. Every eighth is shorter by five rows.</summary>
    public static TrainingData Draw(NetworkSpec spec, int rows, int seed)
    {
        Batch batch = Batch.Draw(spec, seed == 7 ? Math.Max(1, rows - 5) : rows, seed, default, margin: double.NegativeInfinity);
        return new TrainingData(
            [.. batch.Inputs.Select(value => (float)value)],
            batch.Targets?.Labels,
            batch.Targets?.Values?.SelectMany(row => row).Select(value => (float)value).ToArray());
    }
}
