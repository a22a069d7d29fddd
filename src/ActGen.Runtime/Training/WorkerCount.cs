using ActGen.CompilerServices;

namespace ActGen;

/// <summary>How many workers a piece of work is worth.</summary>
internal static class WorkerCount
{
    /// <summary>Multiply-adds that keep one worker of a step busy for some 20 to 30 µs: two workers begin where a step takes 40 to 60 µs, a hundred times what their meetings cost.</summary>
    private const long MultiplyAddsPerWorker = 2_000_000;

    /// <summary>A batch reads each weight for many rows; some 10 µs.</summary>
    private const long MultiplyAddsOfSharedBatch = 1_000_000;

    /// <summary>A single row reads each weight from the second or third cache for one multiply-add; some 10 µs.</summary>
    private const long MultiplyAddsOfSharedRow = 250_000;

    /// <summary>Workers of a training step: one for each portion of work, at most one for each processor, at most as many as are allowed.</summary>
    /// <param name="most">Most workers; 0 for as many as there are processors.</param>
    /// <param name="plan">The network.</param>
    /// <param name="batchSize">Rows of a step.</param>
    public static int OfStep(int most, NetworkPlan plan, int batchSize)
    {
        // Forward, input gradient, weight gradient.
        long work = 3L * batchSize * plan.MultiplyAdds;
        return (int)Math.Clamp(work / MultiplyAddsPerWorker, 1, AtMost(most));
    }

    /// <summary>The fewest rows whose prediction takes long enough, some 10 µs, that several workers are faster.</summary>
    /// <param name="multiplyAdds">Of one row.</param>
    public static int LeastRowsToShare(long multiplyAdds) =>
        multiplyAdds >= MultiplyAddsOfSharedRow ? 1 : (int)(MultiplyAddsOfSharedBatch / Math.Max(1, multiplyAdds)) + 1;

    /// <summary>The processors, or fewer where fewer are allowed: a worker without a processor of its own would make the others wait.</summary>
    /// <param name="most">Most workers; 0 for as many as there are processors.</param>
    public static int AtMost(int most) => most == 0 ? Environment.ProcessorCount : Math.Min(most, Environment.ProcessorCount);
}
