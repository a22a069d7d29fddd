namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>Counts the bytes that an action allocates in steady state.</summary>
/// <remarks>The least of five counts: a collection in between counts the unused rest of a thread's allocation buffer (8 KB).
/// What an action allocates by itself is in each of them.</remarks>
internal static class AllocationMeter
{
    private const int WarmUp = 50;
    private const int Calls = 200;
    private const int Counts = 5;
    private const int SmallestObject = 24;

    /// <summary>Bytes of 200 calls on this thread.</summary>
    public static long OfThread(Action action) => Least(action, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>Bytes of one call on this thread; for what takes milliseconds.</summary>
    public static long OfCall(Action action) => Least(action, GC.GetAllocatedBytesForCurrentThread, warmUp: 1, calls: 1);

    /// <summary>Bytes of one call on all threads, 0 below the smallest object; for tests that have the process for themselves. The host's
    /// timers allocate a few hundred bytes a second, and 200 calls may take seconds on a busy machine.</summary>
    public static long OfProcess(Action action)
    {
        long bytes = Least(action, static () => GC.GetTotalAllocatedBytes(precise: true)) / Calls;
        return bytes < SmallestObject ? 0 : bytes;
    }

    private static long Least(Action action, Func<long> allocated, int warmUp = WarmUp, int calls = Calls)
    {
        for (int i = 0; i < warmUp; i++)
            action();
        long least = long.MaxValue;
        for (int count = 0; count < Counts; count++)
        {
            long before = allocated();
            for (int i = 0; i < calls; i++)
                action();
            least = Math.Min(least, allocated() - before);
        }
        return least;
    }
}
