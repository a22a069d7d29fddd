using ActGen.Peers;
using BenchmarkDotNet.Attributes;

namespace ActGen.Benchmarks;

/// <summary>What <c>Telemetry = true</c> costs a training step: the same networks with and without.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class TelemetryBenchmarks
{
    private readonly List<IDisposable> _trainers = [];
    private Func<float> _dense = null!, _observedDense = null!, _images = null!, _observedImages = null!;

    [Params(32, 256)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _dense = StepOf(new Network784X128X10(seed: 1));
        _observedDense = StepOf(new ObservedDense(seed: 1));
        _images = StepOf(new ConvolutionalNetwork(seed: 1));
        _observedImages = StepOf(new ObservedImages(seed: 1));
    }

    [GlobalCleanup]
    public void Cleanup() => _trainers.ForEach(trainer => trainer.Dispose());

    [Benchmark(Baseline = true), BenchmarkCategory("784-128-10")]
    public float Dense() => _dense();

    [Benchmark, BenchmarkCategory("784-128-10")]
    public float DenseWithTelemetry() => _observedDense();

    [Benchmark(Baseline = true), BenchmarkCategory("CNN 1×28×28")]
    public float Images() => _images();

    [Benchmark, BenchmarkCategory("CNN 1×28×28")]
    public float ImagesWithTelemetry() => _observedImages();

    private Func<float> StepOf<TNet>(TNet network)
        where TNet : INetwork<TNet>
    {
        Random random = new(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * 784).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(10))];
        Trainer<TNet> trainer = network.CreateTrainer(new SGD(0.001), Rows, new TrainerOptions { MaxDegreeOfParallelism = 1, InputGradients = false });
        _trainers.Add(trainer);
        return () => trainer.Step(inputs, labels);
    }
}

[Network(784, Telemetry = true)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class ObservedDense;

[Network(1, 28, 28, Telemetry = true)]
[Conv2D(8, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(16, 3), ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class ObservedImages;
