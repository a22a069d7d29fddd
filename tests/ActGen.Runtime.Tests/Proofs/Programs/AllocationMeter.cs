namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>Counts the bytes that an action allocates on this thread in steady state.</summary>
internal static class AllocationMeter
{
    private const int WarmUp = 50;
    private const int Measured = 200;

    /// <summary>Bytes of all measured calls together.</summary>
    public static long Measure(Action action)
    {
        for (int i = 0; i < WarmUp; i++)
            action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Measured; i++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
