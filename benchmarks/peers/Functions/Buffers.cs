using System.Runtime.InteropServices;

namespace ActGen.Peers.Functions;

/// <summary>The memory of one workload, aligned to 64 bytes: what a layer has at hand in both directions.</summary>
internal sealed unsafe class Buffers : IDisposable
{
    private readonly void* _memory;
    private readonly int _length, _pitch;
    private readonly double _upstreamSize;

    public Buffers(int length, int columns)
    {
        _length = length;
        // Distances that are multiples of a page would put all arrays into the same sets of the cache.
        _pitch = (length + 15) / 16 * 16 + 80;
        Columns = columns;
        _memory = NativeMemory.AlignedAlloc((nuint)_pitch * 5 * sizeof(float), 64);
        // Inputs such as layers have: normal, by the sum of twelve uniform numbers, twice as wide.
        Random random = new(1);
        for (int i = 0; i < length; i++)
        {
            float sum = -6;
            for (int k = 0; k < 12; k++)
                sum += random.NextSingle();
            X[i] = 2 * sum;
            Y[i] = 1f / (1f + i % 7);
            Upstream[i] = random.NextSingle() - 0.5f;
            Kept[i] = 0.5f;
        }
        _upstreamSize = UpstreamSize();
    }

    /// <summary>Elements of a row, for functions of rows.</summary>
    public int Columns { get; }

    public Span<float> X => Part(0);

    public Span<float> Y => Part(1);

    /// <summary>f′(x), where training keeps it.</summary>
    public Span<float> Kept => Part(2);

    /// <summary>∂L/∂y.</summary>
    public Span<float> Upstream => Part(3);

    /// <summary>∂L/∂x.</summary>
    public Span<float> Gradient => Part(4);

    /// <summary>Whether the gradient has kept its size over all calls, as in a network, where each step has a new one.</summary>
    public bool IsSteady => UpstreamSize() == _upstreamSize;

    public void Dispose() => NativeMemory.AlignedFree(_memory);

    private double UpstreamSize()
    {
        double sum = 0;
        foreach (float value in Upstream)
            sum += Math.Abs(value);
        return sum;
    }

    private Span<float> Part(int index) => new((float*)_memory + ((long)index * _pitch), _length);
}
