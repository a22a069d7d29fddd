using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Whole networks at every vector width in one process.</summary>
[Collection(nameof(Widths))]
public sealed class VectorWidthTests
{
    [Theory]
    [MemberData(nameof(DeterminismTests.Indices), MemberType = typeof(DeterminismTests))]
    public void Every_vector_width_gives_the_same_bits(int index)
    {
        TrainingRun Train(int width) => At(width, () => DeterministicNetworks.Compiled[index].Train(DeterministicNetworks.Specs[index], steps: 4, rows: 19, threads: 1));
        TrainingRun expected = Train(VectorWidth.Scalar);
        foreach (int width in Widths.All)
        {
            TrainingRun actual = Train(width);
            Bits.AssertEqual(expected.Losses, actual.Losses, $"losses at {width} bits");
            Bits.AssertEqual(expected.Parameters, actual.Parameters, $"parameters at {width} bits");
            Bits.AssertEqual(expected.InputGradients, actual.InputGradients, $"input gradients at {width} bits");
        }
    }

    private static TrainingRun At(int width, Func<TrainingRun> train)
    {
        TrainingRun? run = null;
        Widths.Force(width, () => run = train());
        return run!;
    }
}
