using System.Runtime.ExceptionServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The threads of one trainer. All workers, the caller among them as worker 0, run the same job at the same time.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly Action<int> _job;
    private readonly WorkerGate _start = new();
    private readonly WorkerGate _done = new();
    private readonly Thread[] _threads;
    private readonly Exception?[] _failures;
    private int _running;
    private volatile bool _disposed;

    /// <summary>Starts <paramref name="workers"/> − 1 background threads.</summary>
    /// <param name="workers">Number of workers, the caller included.</param>
    /// <param name="job">What worker i does each time; it may wait for the others at <see cref="Barrier"/>.</param>
    public WorkerPool(int workers, Action<int> job)
    {
        _job = job;
        _failures = new Exception?[workers];
        Barrier = new WorkerBarrier(workers);
        _threads = new Thread[workers - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _threads[i] = new Thread(() => Loop(worker)) { IsBackground = true, Name = $"ActGen trainer {worker}" };
            _threads[i].Start();
        }
    }

    public int Workers => _failures.Length;

    /// <summary>Where the workers meet within a job.</summary>
    public WorkerBarrier Barrier { get; }

    /// <summary>The job, once on every worker; returns when all have finished.</summary>
    /// <remarks>What a worker throws is thrown here after all workers have stopped, that of the lowest worker first; the pool stays usable.</remarks>
    public void Run()
    {
        int done = _done.Generation;
        Volatile.Write(ref _running, Workers);
        _start.Open();
        Work(0);
        // Also when all seem to have finished: every run consumes exactly one opening.
        _done.WaitFor(done);
        ThrowFailure();
    }

    /// <summary>Ends the threads and waits until they have gone.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _start.Open();
        foreach (Thread thread in _threads)
            thread.Join();
    }

    private void Loop(int worker)
    {
        int generation = 0;
        while (true)
        {
            _start.WaitFor(generation);
            generation++;
            if (_disposed)
                return;
            Work(worker);
        }
    }

    private void Work(int worker)
    {
        try
        {
            _job(worker);
        }
        catch (Exception failure)
        {
            _failures[worker] = failure;
            Barrier.Break();
        }
        if (Interlocked.Decrement(ref _running) == 0)
            _done.Open();
    }

    private void ThrowFailure()
    {
        Exception? first = null;
        foreach (Exception? failure in _failures)
        {
            if (failure is not null && (first is null || first is WorkerStoppedException))
                first = failure;
        }
        if (first is null)
            return;
        Array.Clear(_failures);
        Barrier.Reset();
        ExceptionDispatchInfo.Throw(first);
    }
}
