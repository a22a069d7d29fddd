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
                pool!.Barrier.SignalAndWait();
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
            pool!.Barrier.SignalAndWait();
            pool.Barrier.SignalAndWait();
        });
        using (pool)
        {
            for (int run = 0; run < 100; run++)
            {
                Assert.Equal($"worker {failing}", Assert.Throws<InvalidDataException>(pool.Run).Message);
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

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    public void A_tiny_step_is_worth_one_worker_unless_more_are_asked_for(int asked, int expected) =>
        Assert.Equal(expected, WorkerCount.Choose(asked, NetworkPlan.Of<Networks.LinearClassifier>().Definition, batchSize: 32));
}
