using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The workers of one trainer or predictor. All of them, the caller as worker 0, run the same job at the same time, or the caller alone where that is faster.</summary>
/// <remarks>A pool that is forgotten without <see cref="Dispose"/> is finalized: its threads do not hold it, and end then.</remarks>
internal sealed class WorkerPool : IDisposable
{
    private readonly Action<int> _job;
    private readonly WorkerThreads _threads;
    private readonly WorkerChoice? _choice;
    private bool _disposed;

    /// <summary>Starts <paramref name="workers"/> − 1 background threads.</summary>
    /// <param name="workers">Number of workers, the caller included.</param>
    /// <param name="job">What worker i does each time, one of <see cref="Active"/>; it may wait for the others at <see cref="Barrier"/>.</param>
    /// <param name="mayRunAlone">Whether the caller may do all of it alone where that turns out to be faster.</param>
    public WorkerPool(int workers, Action<int> job, bool mayRunAlone = false)
    {
        _job = job;
        _choice = mayRunAlone ? new WorkerChoice() : null;
        Active = workers;
        _threads = new WorkerThreads(workers);
    }

    ~WorkerPool() => _threads?.End();

    public int Workers => _threads.Workers;

    /// <summary>Workers that the present job has: all or one.</summary>
    public int Active { get; private set; }

    /// <summary>Where the workers meet within a job; null for one who is alone.</summary>
    public WorkerBarrier? Barrier => Active == 1 ? null : _threads.Barrier;

    /// <summary>The job, once on every worker; returns when all have finished.</summary>
    /// <param name="size">Rows: how long the job takes is compared among jobs of the same size.</param>
    /// <remarks>What a worker throws is thrown here after all workers have stopped, that of the lowest worker first; the pool stays usable.</remarks>
    public void Run(int size = 1)
    {
        bool shares = _choice is null || _choice.Begin(size);
        Active = shares ? Workers : 1;
        if (shares)
            _threads.Run(_job);
        else
            _job(0);
        _choice?.End();
        GC.KeepAlive(this);
    }

    /// <summary>Ends the threads and waits until they have gone.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        GC.SuppressFinalize(this);
        _threads.End();
        _threads.Join();
    }
}
