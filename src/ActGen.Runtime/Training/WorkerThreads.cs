using System.Runtime.ExceptionServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The threads of a <see cref="WorkerPool"/>, and all that they hold while they wait for a job: not the job itself,
/// so that a trainer nobody holds any more can be collected.</summary>
internal sealed class WorkerThreads
{
    private readonly WorkerGate _start = new(WorkerGate.Idle);
    private readonly WorkerGate _finished = new(WorkerGate.Meeting);
    private readonly Thread[] _threads;
    private readonly Exception?[] _failures;
    private Action<int>? _job;
    private long _runs;
    private volatile bool _hasFailed;
    private volatile bool _ended;

    /// <summary>Starts <paramref name="workers"/> − 1 background threads.</summary>
    /// <param name="workers">Number of workers, the caller included.</param>
    public WorkerThreads(int workers)
    {
        _failures = new Exception?[workers];
        Barrier = new WorkerBarrier(workers);
        _threads = new Thread[workers - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _threads[i] = new Thread(() => Loop(worker)) { IsBackground = true, Name = $"ActGen worker {worker}" };
            _threads[i].Start();
        }
    }

    public int Workers => _failures.Length;

    /// <summary>Where the workers meet within a job.</summary>
    public WorkerBarrier Barrier { get; }

    /// <summary>The job, once on every worker; returns when all have finished.</summary>
    public void Run(Action<int> job)
    {
        _job = job;
        _start.Add();
        Work(0);
        _runs++;
        _finished.WaitFor(_runs * _threads.Length);
        _job = null;
        if (_hasFailed)
            ThrowFailure();
    }

    /// <summary>Tells the threads to end.</summary>
    public void End()
    {
        _ended = true;
        _start.Add();
    }

    /// <summary>Waits until the threads have gone.</summary>
    public void Join()
    {
        foreach (Thread thread in _threads)
            thread.Join();
    }

    private void Loop(int worker)
    {
        for (long run = 1; ; run++)
        {
            _start.WaitFor(run);
            if (_ended)
                return;
            Work(worker);
            _finished.Add();
        }
    }

    private void Work(int worker)
    {
        try
        {
            _job!(worker);
        }
        catch (Exception failure)
        {
            _failures[worker] = failure;
            _hasFailed = true;
            Barrier.Break();
        }
    }

    private void ThrowFailure()
    {
        Exception? first = null;
        foreach (Exception? failure in _failures)
        {
            if (failure is not null && (first is null || first is WorkerStoppedException))
                first = failure;
        }
        Array.Clear(_failures);
        _hasFailed = false;
        Barrier.Reset();
        ExceptionDispatchInfo.Throw(first!);
    }
}
