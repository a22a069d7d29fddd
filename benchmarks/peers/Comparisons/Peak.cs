using System.Diagnostics;
using System.Runtime.CompilerServices;
using ActGen.CompilerServices;

namespace ActGen.Peers.Comparisons;

/// <summary>The most multiply-adds that one core does in this run: ten independent chains of the widest vector.</summary>
internal struct Peak : IVectorKernel<float>
{
    private const int Steps = 20_000, Chains = 10, Attempts = 200;

    private float _sink;

    /// <summary>Floating-point operations of one run.</summary>
    public static double Operations => 2.0 * Steps * Chains * VectorWidth.Lanes<float>();

    /// <summary>The chains, the given number of times: a way beside others in their turns, as a core is not always equally fast.</summary>
    public static void Run(int times)
    {
        Peak kernel = default;
        for (int i = 0; i < times; i++)
            VectorWidth.Run<Peak, float>(ref kernel);
        GC.KeepAlive(kernel._sink);
    }

    /// <summary>Floating-point operations in a nanosecond; the best of some tries.</summary>
    public static double Measure()
    {
        double best = 0;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long start = Stopwatch.GetTimestamp();
            Run(1);
            best = Math.Max(best, Operations / Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void IVectorKernel<float>.Run<TVector>()
    {
        TVector x = TVector.Broadcast(0.999f), y = TVector.Broadcast(0.001f);
        TVector a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y;
        for (int step = 0; step < Steps; step++)
        {
            a = TVector.MultiplyAdd(a, x, y);
            b = TVector.MultiplyAdd(b, x, y);
            c = TVector.MultiplyAdd(c, x, y);
            d = TVector.MultiplyAdd(d, x, y);
            e = TVector.MultiplyAdd(e, x, y);
            f = TVector.MultiplyAdd(f, x, y);
            g = TVector.MultiplyAdd(g, x, y);
            h = TVector.MultiplyAdd(h, x, y);
            i = TVector.MultiplyAdd(i, x, y);
            j = TVector.MultiplyAdd(j, x, y);
        }
        // Stored, so that no chain may be left out.
        Span<float> sums = stackalloc float[TVector.Count];
        TVector.Store(a + b + c + d + e + f + g + h + i + j, ref sums[0], 0);
        _sink = sums[0];
    }
}
