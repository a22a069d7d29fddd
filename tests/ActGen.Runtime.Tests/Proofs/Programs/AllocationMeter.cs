namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>Counts the bytes that an action allocates on this thread in steady state.</summary>
internal static class AllocationMeter
{
    private const int WarmUp = 50;
    private const int Measured = 200;

    /// <summary>Bytes of all measured calls together: the least of five counts, because a collection in between counts the unused
    /// rest of this thread's allocation buffer (8 KB). What an action allocates by itself is in each of them.</summary>
    public static long Measure(Action action)
    {
        for (int i = 0; i < WarmUp; i++)
            action();
        return Enumerable.Range(0, 5).Select(_ => Count(action)).ToArray().Min();
    }

    private static long Count(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Measured; i++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
