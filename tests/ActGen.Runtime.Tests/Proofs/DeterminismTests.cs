using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>The same bits, whatever the number of threads or the batch a row is in.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, DeterministicNetworks.Specs.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_thousand_steps_give_the_same_bits_for_any_number_of_threads(int index)
    {
        TrainingRun Train(int threads) => DeterministicNetworks.Compiled[index].Train(DeterministicNetworks.Specs[index], steps: 1000, rows: 21, threads);
        TrainingRun expected = Train(1);
        foreach (int threads in new[] { 2, 3, 4 })
        {
            TrainingRun actual = Train(threads);
            // A trainer that quietly ran on one thread would prove nothing.
            Assert.Equal(threads, actual.Workers);
            Bits.AssertEqual(expected.Losses, actual.Losses, $"losses with {threads} threads");
            Bits.AssertEqual(expected.Parameters, actual.Parameters, $"parameters with {threads} threads");
        }
        Assert.NotEqual(expected.Losses[0], expected.Losses[^1]);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Chunks_of_a_large_batch_give_the_same_bits_for_any_number_of_threads(int index)
    {
        TrainingRun expected = DeterministicNetworks.Compiled[index].Train(DeterministicNetworks.Specs[index], steps: 3, rows: 700, threads: 1);
        foreach (int threads in new[] { 2, 3, 4 })
            Bits.AssertEqual(expected.Parameters, DeterministicNetworks.Compiled[index].Train(DeterministicNetworks.Specs[index], steps: 3, rows: 700, threads).Parameters, $"parameters with {threads} threads");
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_seed_gives_the_same_bits_and_another_seed_others(int index)
    {
        float[] first = DeterministicNetworks.Compiled[index].NewParameters(seed: 7);
        Bits.AssertEqual(first, DeterministicNetworks.Compiled[index].NewParameters(seed: 7), "parameters of one seed");
        Assert.NotEqual(first, DeterministicNetworks.Compiled[index].NewParameters(seed: 8));
        Assert.NotEqual(first, DeterministicNetworks.Compiled[index].NewParameters(seed: 7 + (1L << 32)));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_row_alone_equals_the_row_in_any_batch(int index)
    {
        NetworkSpec spec = DeterministicNetworks.Specs[index];
        IFloatNetwork network = DeterministicNetworks.Compiled[index];
        float[] parameters = network.NewParameters(seed: 3), inputs = [.. Batch.Draw(spec, rows: 300, seed: 4, default, margin: 0).Inputs.Select(value => (float)value)];
        float[][] alone = [.. inputs.Chunk(spec.InputSize).Select(row => network.Predict(parameters, row))];
        foreach (int rows in new[] { 2, 7, 64, 300 })
        {
            foreach ((float[] batch, int first) in inputs.Chunk(rows * spec.InputSize).Select((batch, i) => (batch, i * rows)))
                Bits.AssertEqual([.. alone.Skip(first).Take(batch.Length / spec.InputSize).SelectMany(row => row)], network.Predict(parameters, batch), $"rows from {first} in a batch of {rows}");
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_predictor_gives_the_bits_of_the_network_for_any_number_of_threads(int index)
    {
        NetworkSpec spec = DeterministicNetworks.Specs[index];
        IFloatNetwork network = DeterministicNetworks.Compiled[index];
        foreach (int rows in new[] { 1, 2, 7, 300 })
        {
            float[] parameters = network.NewParameters(seed: 5), inputs = [.. Batch.Draw(spec, rows, seed: 6, default, margin: 0).Inputs.Select(value => (float)value)];
            float[] expected = network.Predict(parameters, inputs);
            // A single row is what the workers share most closely: who runs ahead shows only at times.
            foreach (int threads in Enumerable.Repeat(new[] { 1, 2, 3, 4 }, rows == 1 ? 25 : 1).SelectMany(threads => threads))
                Bits.AssertEqual(expected, network.Predict(parameters, inputs, threads), $"{rows} rows with {threads} threads");
        }
    }
}
