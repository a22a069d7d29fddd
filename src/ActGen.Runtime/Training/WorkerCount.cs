using ActGen.CompilerServices;

namespace ActGen;

/// <summary>How many workers a step is worth.</summary>
internal static class WorkerCount
{
    /// <summary>Multiply-adds that keep one worker busy for some 20 µs, well above what meeting at the barriers costs.</summary>
    private const long MultiplyAddsPerWorker = 2_000_000;

    /// <summary>The number asked for, or where that is 0 one worker for each portion of work, at most one for each processor.</summary>
    public static int Choose(int asked, NetworkDefinition definition, int batchSize)
    {
        if (asked > 0)
            return asked;
        // Forward, input gradient, weight gradient.
        long work = 3L * batchSize * definition.Layers.Sum(static layer => layer.MultiplyAdds);
        return (int)Math.Clamp(work / MultiplyAddsPerWorker, 1, Environment.ProcessorCount);
    }
}
