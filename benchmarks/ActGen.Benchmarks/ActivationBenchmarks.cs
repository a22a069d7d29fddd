using BenchmarkDotNet.Attributes;

namespace ActGen.Benchmarks;

/// <summary>Activations and functions through the public calls on spans.</summary>
[MemoryDiagnoser]
public class ActivationBenchmarks
{
    private float[] _x = [], _y = [];

    /// <summary>A short span, in cache, in memory.</summary>
    [Params(10, 4096, 1 << 20)]
    public int Elements { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _x = [.. Enumerable.Range(0, Elements).Select(_ => 6 * random.NextSingle() - 3)];
        _y = new float[Elements];
    }

    [Benchmark]
    public void Exp() => Functions.ApplyExp(_x, _y);

    [Benchmark]
    public void ReLU() => Activations.ReLU(_x, _y);

    [Benchmark]
    public void Sigmoid() => Activations.Sigmoid(_x, _y);

    [Benchmark]
    public void Tanh() => Activations.Tanh(_x, _y);

    [Benchmark]
    public void GELU() => Activations.GELU(_x, _y);

    [Benchmark]
    public void SiLU() => Activations.SiLU(_x, _y);

    [Benchmark]
    public void Mish() => Activations.Mish(_x, _y);

    [Benchmark]
    public void Softmax() => Activations.Softmax(_x, _y, Math.Min(Elements, 1024));

    [Benchmark]
    public void DerivativeOfGELU() => Activations.Derivative<Formulas.GELU>(_x, _y);

    [Benchmark]
    public float CrossEntropyOfOneRow() => Losses.CrossEntropy(_x, (ReadOnlySpan<int>)[Elements / 2], _y);
}
