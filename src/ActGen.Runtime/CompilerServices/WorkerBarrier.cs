namespace ActGen.CompilerServices;

/// <summary>A reusable meeting point of a fixed number of workers: arrivals are counted, the last one opens the gate.</summary>
internal sealed class WorkerBarrier(int participants)
{
    private readonly WorkerGate _gate = new();
    private int _arrived;
    private volatile bool _broken;

    /// <summary>Returns when all participants have arrived.</summary>
    /// <exception cref="WorkerStoppedException">Another worker failed and will not come.</exception>
    public void SignalAndWait()
    {
        // The generation is read before the flag: a break after this line opens the gate for this worker too.
        int generation = _gate.Generation;
        if (_broken)
            throw new WorkerStoppedException();
        if (Interlocked.Increment(ref _arrived) == participants)
        {
            _arrived = 0;
            _gate.Open();
        }
        else
        {
            _gate.WaitFor(generation);
        }
        if (_broken)
            throw new WorkerStoppedException();
    }

    /// <summary>Sends everyone home who waits here now or comes later: this worker failed and will not come.</summary>
    public void Break()
    {
        _broken = true;
        _gate.Open();
    }

    /// <summary>Makes a broken barrier usable again. No worker may be near it.</summary>
    public void Reset()
    {
        _arrived = 0;
        _broken = false;
    }
}
