using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The workers of one trainer. All of them, the caller as worker 0, run the same job at the same time.</summary>
/// <remarks>A pool that is forgotten without <see cref="Dispose"/> is finalized: its threads do not hold it, and end then.</remarks>
internal sealed class WorkerPool : IDisposable
{
    private readonly Action<int> _job;
    private readonly WorkerThreads _threads;
    private bool _disposed;

    /// <summary>Starts <paramref name="workers"/> − 1 background threads.</summary>
    /// <param name="workers">Number of workers, the caller included.</param>
    /// <param name="job">What worker i does each time; it may wait for the others at <see cref="Barrier"/>.</param>
    public WorkerPool(int workers, Action<int> job)
    {
        _job = job;
        _threads = new WorkerThreads(workers);
    }

    ~WorkerPool() => _threads?.End();

    public int Workers => _threads.Workers;

    /// <summary>Where the workers meet within a job.</summary>
    public WorkerBarrier Barrier => _threads.Barrier;

    /// <summary>The job, once on every worker; returns when all have finished.</summary>
    /// <remarks>What a worker throws is thrown here after all workers have stopped, that of the lowest worker first; the pool stays usable.</remarks>
    public void Run()
    {
        _threads.Run(_job);
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
