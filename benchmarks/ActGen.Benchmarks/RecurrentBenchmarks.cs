using ActGen.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace ActGen.Benchmarks;

/// <summary>Recurrent layers of 16 units over 16 features: inference, and forward and backward of training.</summary>
[MemoryDiagnoser]
public class RecurrentBenchmarks
{
    private const int Features = 16, Units = 16;

    private readonly Dictionary<string, float[]> _buffers = [];

    [Params(1, 32)]
    public int Rows { get; set; }

    [Params(1, 32)]
    public int Steps { get; set; }

    private RecurrentShape Shape => new(Steps, Features, Units);

    /// <summary>Room for the cell with the most of everything.</summary>
    [GlobalSetup]
    public void Setup()
    {
        const int Gates = 4 * Units, Scratch = 10 * Units;
        int positions = Rows * Steps;
        Random random = new(1);
        foreach ((string name, int length) in (ReadOnlySpan<(string, int)>)[("x", positions * Features), ("w", Features * Gates), ("u", Units * Gates), ("b", Gates), ("y", Rows * Units), ("g", Rows * Units), ("dw", Features * Gates), ("du", Units * Gates), ("db", Gates), ("dx", positions * Features), ("gates", positions * Gates), ("cells", positions * Gates), ("states", positions * Units), ("turned", Units * Gates), ("scratch", Rows * Scratch)])
            _buffers[name] = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Benchmark]
    public void LSTM() => Infer<LSTMCell>(gates: 4, biases: 4);

    [Benchmark]
    public void GRU() => Infer<GRUCell>(gates: 3, biases: 4);

    [Benchmark]
    public void RNN() => Infer<RNNCell<Formulas.Tanh>>(gates: 1, biases: 1);

    [Benchmark]
    public void LSTMForwardAndBackward() => Train<LSTMCell>(gates: 4, biases: 4, cells: 1, scratch: 4);

    [Benchmark]
    public void GRUForwardAndBackward() => Train<GRUCell>(gates: 3, biases: 4, cells: 3, scratch: 0);

    [Benchmark]
    public void RNNForwardAndBackward() => Train<RNNCell<Formulas.Tanh>>(gates: 1, biases: 1, cells: 0, scratch: 1);

    private void Infer<TCell>(int gates, int biases)
        where TCell : struct, IRecurrentCell => Recurrent<float>.Infer<TCell>(
            new Work(Rows), Shape, _buffers["x"], Of("w", Features * gates), Of("u", Units * gates), Of("b", biases), _buffers["y"], _buffers["scratch"]);

    // Backward overwrites what forward keeps, and the gradient of y: zeros after the first time would be faster than numbers are.
    private void Train<TCell>(int gates, int biases, int cells, int scratch)
        where TCell : struct, IRecurrentCell
    {
        Work work = new(Rows);
        int positions = Rows * Steps;
        _buffers["y"].CopyTo(_buffers["g"], 0);
        Recurrent<float>.Forward<TCell>(
            work, Shape, _buffers["x"], Of("w", Features * gates), Of("u", Units * gates), Of("b", biases), _buffers["y"], Of("gates", positions * gates), Of("cells", positions * cells), _buffers["states"], Of("scratch", Rows * scratch));
        Recurrent<float>.Backward<TCell>(
            work, Shape, _buffers["x"], Of("w", Features * gates), Of("u", Units * gates), _buffers["g"], Of("dw", Features * gates), Of("du", Units * gates), Of("db", biases), _buffers["dx"], Of("gates", positions * gates), Of("cells", positions * cells), _buffers["states"], Of("turned", Units * gates), Of("scratch", Rows));
    }

    /// <summary>So many units' numbers of a buffer.</summary>
    private Span<float> Of(string name, int units) => _buffers[name].AsSpan(0, units * Units);
}
