using ActGen.Peers;
using BenchmarkDotNet.Attributes;

namespace ActGen.Benchmarks;

/// <summary>Whole training steps: forward, loss, backward, update.</summary>
[MemoryDiagnoser]
public class TrainingStepBenchmarks
{
    private readonly Dictionary<string, Optimizer> _optimizers = new() { ["SGD"] = new SGD(0.001), ["Adam"] = new Adam(0.001), ["AdamW"] = new AdamW(0.001) };
    private readonly List<IDisposable> _trainers = [];
    private Func<float> _tiny = null!, _small = null!, _digits = null!, _wide = null!;

    [Params(32, 256)]
    public int Rows { get; set; }

    [Params("SGD", "Adam", "AdamW")]
    public string Optimizer { get; set; } = "";

    /// <summary>Most threads of a step.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _tiny = StepOf(new Network4X16X3(seed: 1), Network4X16X3.InputSize, Network4X16X3.OutputSize);
        _small = StepOf(new Network64X64X10(seed: 1), Network64X64X10.InputSize, Network64X64X10.OutputSize);
        _digits = StepOf(new Network784X128X10(seed: 1), Network784X128X10.InputSize, Network784X128X10.OutputSize);
        _wide = StepOf(new Network784X512X512X10(seed: 1), Network784X512X512X10.InputSize, Network784X512X512X10.OutputSize);
    }

    [GlobalCleanup]
    public void Cleanup() => _trainers.ForEach(trainer => trainer.Dispose());

    [Benchmark]
    public float Of4X16X3() => _tiny();

    [Benchmark]
    public float Of64X64X10() => _small();

    [Benchmark]
    public float Of784X128X10() => _digits();

    [Benchmark]
    public float Of784X512X512X10() => _wide();

    private Func<float> StepOf<TNet>(TNet network, int inputSize, int classes)
        where TNet : INetwork<TNet>
    {
        Random random = new(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * inputSize).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(classes))];
        Trainer<TNet> trainer = network.CreateTrainer(_optimizers[Optimizer], Rows, new TrainerOptions { MaxDegreeOfParallelism = Threads, InputGradients = false });
        _trainers.Add(trainer);
        return () => trainer.Step(inputs, labels);
    }
}
