using ActGen.Peers;
using BenchmarkDotNet.Attributes;

namespace ActGen.Benchmarks;

/// <summary>Predictions through the public calls.</summary>
[MemoryDiagnoser]
public class InferenceBenchmarks
{
    private readonly Network4X16X3 _tiny = new(seed: 1);
    private readonly Network64X64X10 _small = new(seed: 1);
    private readonly Network784X128X10 _digits = new(seed: 1);
    private readonly Network784X512X512X10 _wide = new(seed: 1);
    private Predictor<Network784X512X512X10> _predictor = null!;
    private float[] _inputs = [], _outputs = [];

    [Params(1, 256)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _inputs = [.. Enumerable.Range(0, 784 * Rows).Select(_ => random.NextSingle())];
        _outputs = new float[10 * Rows];
        _predictor = _wide.CreatePredictor(new PredictorOptions { MaxDegreeOfParallelism = 2 });
    }

    [GlobalCleanup]
    public void Cleanup() => _predictor.Dispose();

    [Benchmark]
    public void Of4X16X3() => _tiny.Predict(_inputs.AsSpan(0, 4 * Rows), _outputs.AsSpan(0, 3 * Rows));

    [Benchmark]
    public void Of64X64X10() => _small.Predict(_inputs.AsSpan(0, 64 * Rows), _outputs);

    [Benchmark]
    public void Of784X128X10() => _digits.Predict(_inputs, _outputs);

    [Benchmark]
    public void Of784X512X512X10() => _wide.Predict(_inputs, _outputs);

    [Benchmark]
    public void Of784X512X512X10WithTwoThreads() => _predictor.Predict(_inputs, _outputs);
}
