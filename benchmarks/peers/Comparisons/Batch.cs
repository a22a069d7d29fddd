using System.Runtime.InteropServices;

namespace ActGen.Peers.Comparisons;

/// <summary>Inputs, labels and outputs of one batch, aligned, at addresses that native code may keep.</summary>
internal sealed unsafe class Batch : IDisposable
{
    private readonly int[] _labels;

    public Batch(int rows, int inputs, int outputs, double zeros = 0)
    {
        (Rows, Inputs, Outputs) = (rows, inputs, outputs);
        Input = Allocate(rows * inputs);
        Output = Allocate(rows * outputs);
        WideLabels = (long*)NativeMemory.AlignedAlloc((nuint)rows * sizeof(long), 64);
        _labels = new int[rows];
        Random random = new(1);
        for (int i = 0; i < rows * inputs; i++)
            Input[i] = random.NextDouble() < zeros ? 0 : random.NextSingle();
        for (int row = 0; row < rows; row++)
            WideLabels[row] = _labels[row] = random.Next(outputs);
    }

    public int Rows { get; }

    public int Inputs { get; }

    public int Outputs { get; }

    public float* Input { get; }

    public float* Output { get; }

    /// <summary>The labels as libtorch wants them.</summary>
    public long* WideLabels { get; }

    public ReadOnlySpan<int> Labels => _labels;

    public ReadOnlySpan<float> InputSpan => new(Input, Rows * Inputs);

    public Span<float> OutputSpan => new(Output, Rows * Outputs);

    public static float* Allocate(int length)
    {
        // A page and a line more than needed: arrays at the same place of their pages would share the sets of the cache.
        float* memory = (float*)NativeMemory.AlignedAlloc((nuint)(length + 1040) * sizeof(float), 64);
        new Span<float>(memory, length).Clear();
        return memory;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Input);
        NativeMemory.AlignedFree(Output);
        NativeMemory.AlignedFree(WideLabels);
    }
}
