using BenchmarkDotNet.Attributes;

namespace ActGen.Benchmarks;

/// <summary>What it costs that two workers share a job.</summary>
[MemoryDiagnoser]
public class WorkerBenchmarks
{
    private const int Meetings = 1000;

    private WorkerPool _empty = null!, _meeting = null!;

    [GlobalSetup]
    public void Setup()
    {
        _empty = new WorkerPool(2, _ => { });
        _meeting = new WorkerPool(2, _ =>
        {
            for (int i = 0; i < Meetings; i++)
                _meeting.Barrier!.SignalAndWait();
        });
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _empty.Dispose();
        _meeting.Dispose();
    }

    [Benchmark]
    public void ForkAndJoin() => _empty.Run();

    [Benchmark(OperationsPerInvoke = Meetings)]
    public void Meeting() => _meeting.Run();

    [Benchmark]
    public void ForkAndJoinOfParallelFor() => Parallel.For(0, 2, static _ => { });
}
