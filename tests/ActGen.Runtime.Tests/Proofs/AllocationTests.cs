using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Steady state allocates nothing on any thread: a step, raw outputs, predictions, decisions.</summary>
[Collection(nameof(Widths))]
public sealed class AllocationTests
{
    private static readonly NetworkSpec[] Specs =
    [
        new([17], [new DenseSpec(33), Activation("ReLU"), new DropoutSpec(0.25), new DenseSpec(16), Activation("Swish"), new DenseSpec(5)], new CrossEntropySpec(LabelSmoothing: 0.1, ClassWeights: [1, 2, 3, 4, 5])),
        new([64], [new DenseSpec(128), Activation("GELU"), new DenseSpec(1)], new BCEWithLogitsSpec(PositiveWeight: 2)),
        new([2, 9], [Activation("Activation<Serf>"), new DenseSpec(7), new SoftmaxSpec(), new DenseSpec(3), new LogSoftmaxSpec()], new NLLSpec()),
        new([3], [new DenseSpec(8), Activation("Softplus"), new DenseSpec(2)], new HuberSpec(0.5)),
        new([6], [new DenseSpec(34), new RReLUSpec(), new GateSpec(Activation("Swish")), Activation("PReLU") with { PerChannel = true }, new CReLUSpec(), new GatedDenseSpec(9, Activation("SiLU"), Name: "SwiGLU"), new DenseSpec(12), new MaxoutSpec(3), new SparsemaxSpec(), new SoftminSpec()], new MSESpec()),
        new([6, 4], [new RecurrentSpec("LSTM", 9) { ReturnSequences = true, Bidirectional = true }, new RecurrentSpec("GRU", 8) { ReturnSequences = true }, new RecurrentSpec("RNN", 7), new DenseSpec(3)], new CrossEntropySpec()),
    ];

    private static readonly Lazy<IReadOnlyList<IFloatNetwork>> Networks = new(() => NetworkFactory.CompileFloat(Specs));

    public static TheoryData<int, int> Cases
    {
        get
        {
            TheoryData<int, int> cases = [];
            for (int index = 0; index < Specs.Length; index++)
            {
                foreach (int rows in new[] { 1, 33, 300 })
                    cases.Add(index, rows);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_and_predictions_allocate_nothing(int index, int rows) =>
        Assert.Equal(new AllocatedBytes(0, 0, 0, 0, 0), Networks.Value[index].Allocations(Specs[index], rows, threads: 1, AllocationMeter.OfThread));

    [Theory]
    [InlineData(0, 40, 2)]
    [InlineData(1, 40, 3)]
    [InlineData(2, 40, 2)]
    [InlineData(4, 40, 3)]
    [InlineData(4, 1, 2)]
    [InlineData(5, 40, 3)]
    [InlineData(5, 1, 2)]
    public void Workers_allocate_nothing_either(int index, int rows, int threads) =>
        Assert.Equal(new AllocatedBytes(0, 0, 0, 0, 0), Networks.Value[index].Allocations(Specs[index], rows, threads, AllocationMeter.OfProcess));

    [Fact]
    public void The_meter_sees_a_single_allocation()
    {
        object? kept = null;
        Assert.NotEqual(0, AllocationMeter.OfThread(() => kept = new object()));
        Assert.NotEqual(0, AllocationMeter.OfProcess(() => kept = new object()));
        Assert.NotNull(kept);
    }

    private static ActivationSpec Activation(string name) => new(ActivationDefinitions.Named(name));
}
