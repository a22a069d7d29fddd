using ActGen.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace ActGen.Benchmarks;

/// <summary>The operators that generated code calls, at the sizes of a layer.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private readonly Dictionary<string, float[]> _buffers = [];

    [Params("1×784×128", "32×784×128", "64×64×64", "256×512×512", "512×512×512")]
    public string Shape { get; set; } = "";

    private int Rows { get; set; }

    private int Inputs { get; set; }

    private int Outputs { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        int[] sizes = [.. Shape.Split('×').Select(int.Parse)];
        (Rows, Inputs, Outputs) = (sizes[0], sizes[1], sizes[2]);
        Random random = new(1);
        foreach ((string name, int length) in (ReadOnlySpan<(string, int)>)[("x", Rows * Inputs), ("w", Inputs * Outputs), ("b", Outputs), ("y", Rows * Outputs), ("g", Rows * Outputs), ("dw", Inputs * Outputs), ("db", Outputs), ("dx", Rows * Inputs), ("wt", Inputs * Outputs)])
            _buffers[name] = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Benchmark]
    public void DenseForward() => Dense<float>.Forward<Formulas.Identity>(new Work(Rows), _buffers["x"], _buffers["w"], _buffers["b"], _buffers["y"]);

    [Benchmark]
    public void DenseForwardWithReLU() => Dense<float>.Forward<Formulas.ReLU>(new Work(Rows), _buffers["x"], _buffers["w"], _buffers["b"], _buffers["y"]);

    // Nothing is kept of the identity: the gradient stays what it is, however often it runs.
    [Benchmark]
    public void DenseBackward() => Dense<float>.Backward<Formulas.Identity>(
        new Work(Rows), _buffers["x"], _buffers["w"], _buffers["g"], _buffers["dw"], _buffers["db"], _buffers["dx"], _buffers["wt"]);

    [Benchmark]
    public void Dropout() => Dropout<float>.Forward(new Work(Rows), new RandomStream(1, 2, 3), 0.2, _buffers["x"], _buffers["dx"]);

    [Benchmark]
    public void Softmax() => Rowwise<float>.Forward<Softmax>(new Work(Rows), _buffers["g"], _buffers["y"]);
}
