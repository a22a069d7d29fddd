namespace ActGen.CompilerServices;

/// <summary>A reusable meeting point of a fixed number of workers: arrivals are counted, the last one opens the next generation.</summary>
internal sealed class WorkerBarrier(int participants)
{
    private int _arrived;
    private volatile int _generation;

    /// <summary>Returns when all participants have arrived. Spins briefly, then yields, so that more workers than cores still proceed.</summary>
    public void SignalAndWait()
    {
        int generation = _generation;
        if (Interlocked.Increment(ref _arrived) == participants)
        {
            _arrived = 0;
            _generation = generation + 1;
            return;
        }
        SpinWait spinner = default;
        while (_generation == generation)
            spinner.SpinOnce(sleep1Threshold: -1);
    }
}
