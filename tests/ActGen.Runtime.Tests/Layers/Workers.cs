using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Runs an operator as trainers do: every worker calls it with its own share, on its own thread.</summary>
internal static class Workers
{
    public static void Run(int rows, int workers, Action<Work> run)
    {
        if (workers == 1)
        {
            run(new Work(rows));
            return;
        }

        WorkerBarrier barrier = new(workers);
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(worker => new Thread(() =>
        {
            try
            {
                run(new Work(rows, worker, workers, barrier));
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }) { IsBackground = true })];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            Assert.True(thread.Join(TimeSpan.FromSeconds(60)), failure?.ToString() ?? "The workers wait for each other forever.");
        Assert.Null(failure);
    }
}
