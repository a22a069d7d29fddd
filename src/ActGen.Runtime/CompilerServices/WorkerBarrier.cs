namespace ActGen.CompilerServices;

/// <summary>A reusable meeting point of a fixed number of workers: arrivals are counted, and a worker waits for the multiple of their number that follows its own.</summary>
internal sealed class WorkerBarrier(int participants)
{
    // More than all workers ever wait for.
    private const long Beyond = 1L << 62;

    private readonly WorkerGate _gate = new(WorkerGate.Meeting);
    private bool _broken;

    /// <summary>Returns when all participants have arrived.</summary>
    /// <exception cref="WorkerStoppedException">Another worker failed and will not come.</exception>
    public void SignalAndWait()
    {
        long arrival = _gate.Add();
        // Who arrives after a break sees the flag; who arrived before is let pass by the break.
        if (Volatile.Read(ref _broken))
            throw new WorkerStoppedException();
        long last = (arrival + participants - 1) / participants * participants;
        if (arrival != last)
            _gate.WaitFor(last);
        if (Volatile.Read(ref _broken))
            throw new WorkerStoppedException();
    }

    /// <summary>Sends everyone home who waits here now or comes later: this worker failed and will not come.</summary>
    public void Break()
    {
        // Those who are sent home by one break report another.
        if (!Interlocked.Exchange(ref _broken, true))
            _gate.Add(Beyond);
    }

    /// <summary>Makes a broken barrier usable again. No worker may be near it.</summary>
    public void Reset()
    {
        _gate.Reset();
        Volatile.Write(ref _broken, false);
    }
}
