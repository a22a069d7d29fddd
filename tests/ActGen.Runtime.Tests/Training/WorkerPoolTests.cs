using System.Runtime.CompilerServices;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Training;

public class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_worker_runs_each_job_once(int workers)
    {
        var counts = new int[workers];
        using var pool = new WorkerPool(workers, worker => counts[worker]++);
        for (int run = 1; run <= 500; run++)
        {
            pool.Run();
            Assert.All(counts, count => Assert.Equal(run, count));
        }
    }

    [Fact]
    public void Nobody_passes_a_barrier_before_all_have_come()
    {
        const int workers = 4, phases = 300;
        var arrived = new int[phases];
        WorkerPool? pool = null;
        pool = new WorkerPool(workers, _ =>
        {
            for (int phase = 0; phase < phases; phase++)
            {
                Interlocked.Increment(ref arrived[phase]);
                pool!.Barrier!.SignalAndWait();
                if (Volatile.Read(ref arrived[phase]) != workers)
                    throw new InvalidOperationException($"Phase {phase} was passed early.");
            }
        });
        using (pool)
            pool.Run();
        Assert.All(arrived, count => Assert.Equal(workers, count));
    }

    [Fact]
    public void Idle_threads_sleep_and_wake_again()
    {
        int runs = 0;
        using var pool = new WorkerPool(2, _ => Interlocked.Increment(ref runs));
        for (int run = 1; run <= 5; run++)
        {
            // Far longer than threads spin: they are asleep when the next job starts.
            Thread.Sleep(5);
            pool.Run();
            Assert.Equal(2 * run, runs);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_failure_frees_those_who_wait_and_is_the_one_that_is_thrown(int failing)
    {
        bool fail = true;
        WorkerPool? pool = null;
        pool = new WorkerPool(4, worker =>
        {
            if (fail && worker == failing)
                throw new InvalidDataException($"worker {worker}");
            pool!.Barrier!.SignalAndWait();
            pool.Barrier!.SignalAndWait();
        });
        using (pool)
        {
            for (int run = 0; run < 100; run++)
            {
                Assert.Equal($"worker {failing}", Assert.Throws<InvalidDataException>(() => pool.Run()).Message);
                fail = false;
                pool.Run();
                fail = true;
            }
        }
    }

    [Fact]
    public void Threads_are_background_threads_and_end_with_the_pool()
    {
        var threads = new Thread[3];
        var pool = new WorkerPool(3, worker => threads[worker] = Thread.CurrentThread);
        pool.Run();
        Assert.Same(Thread.CurrentThread, threads[0]);
        Assert.All(threads[1..], thread => Assert.True(thread.IsBackground));
        pool.Dispose();
        Assert.All(threads[1..], thread => Assert.False(thread.IsAlive));
        pool.Dispose();
    }

    [Fact]
    public void An_interrupted_caller_still_waits_for_all_workers()
    {
        bool finished = false, finishedBeforeReturn = false, stillPending = false;
        using var pool = new WorkerPool(2, worker =>
        {
            if (worker == 0)
                return;
            // Far longer than the caller spins: the pending interruption meets its wait.
            Thread.Sleep(50);
            Volatile.Write(ref finished, true);
        });
        var caller = new Thread(() =>
        {
            Thread.CurrentThread.Interrupt();
            try
            {
                pool.Run();
                finishedBeforeReturn = Volatile.Read(ref finished);
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                stillPending = true;
            }
        });
        caller.Start();
        caller.Join();
        Assert.True(finishedBeforeReturn);
        Assert.True(stillPending);
        pool.Run();
    }

    [Fact]
    public void Threads_of_a_forgotten_pool_end()
    {
        Thread[] threads = Abandon(out WeakReference owner);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.False(owner.IsAlive);
        Assert.All(threads[1..], thread => Assert.True(thread.Join(TimeSpan.FromSeconds(60))));
    }

    // A method of its own: in its caller the objects could stay reachable from the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Thread[] Abandon(out WeakReference owner)
    {
        var forgotten = new Forgotten(workers: 3);
        owner = new WeakReference(forgotten);
        return forgotten.Run();
    }

    [Theory]
    [InlineData(0, 32)]
    [InlineData(1, 32)]
    [InlineData(7, 32)]
    [InlineData(1, 1 << 24)]
    public void A_tiny_step_is_worth_one_worker_and_no_step_gets_more_than_allowed(int most, int batchSize) =>
        Assert.Equal(1, WorkerCount.OfStep(most, NetworkCode.Of<Networks.LinearClassifier>().Plan, batchSize));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(1000)]
    public void A_large_step_is_worth_the_processors_that_are_allowed(int most) =>
        Assert.Equal(
            most == 2 ? Math.Min(2, Environment.ProcessorCount) : Environment.ProcessorCount,
            WorkerCount.OfStep(most, NetworkCode.Of<Networks.LinearClassifier>().Plan, batchSize: 1 << 28));

    [Theory]
    [InlineData(0, 1_000_001)]
    [InlineData(4_224, 237)]
    [InlineData(101_632, 10)]
    [InlineData(670_208, 1)]
    [InlineData(long.MaxValue, 1)]
    public void Small_predictions_are_not_shared(long multiplyAdds, int leastRows) => Assert.Equal(leastRows, WorkerCount.LeastRowsToShare(multiplyAdds));

    /// <summary>Holds its pool and is held by the job, as a trainer is.</summary>
    private sealed class Forgotten
    {
        private readonly Thread[] _threads;
        private readonly WorkerPool _pool;

        public Forgotten(int workers)
        {
            _threads = new Thread[workers];
            _pool = new WorkerPool(workers, worker => _threads[worker] = Thread.CurrentThread);
        }

        public Thread[] Run()
        {
            _pool.Run();
            return _threads;
        }
    }
}
