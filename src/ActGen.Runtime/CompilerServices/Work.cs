namespace ActGen.CompilerServices;

/// <summary>One worker's place in a pass: how many rows there are, and which share of any work is its own.</summary>
/// <remarks>Every worker runs the same generated code; an operator takes its share and waits at
/// <see cref="Synchronize"/> where it reads what other workers wrote. Results never depend on the number of workers.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Work
{
    private readonly WorkerBarrier? _barrier;

    // Rows of this work that one row of the batch is.
    private readonly int _positions;

    /// <summary>The only worker.</summary>
    /// <param name="rows">Rows of the batch.</param>
    public Work(int rows)
        : this(rows, 0, 1, null)
    {
    }

    internal Work(int rows, int worker, int workers, WorkerBarrier? barrier)
        : this(rows, worker, workers, barrier, positions: 1)
    {
    }

    private Work(int rows, int worker, int workers, WorkerBarrier? barrier, int positions)
    {
        _positions = positions;
        Rows = rows;
        Worker = worker;
        Workers = workers;
        _barrier = barrier;
    }

    /// <summary>Rows of the whole batch (× positions where a layer works on each position).</summary>
    public int Rows { get; }

    /// <summary>This worker's index.</summary>
    public int Worker { get; }

    /// <summary>Number of workers.</summary>
    public int Workers { get; }

    /// <summary>Whether there is one row and nobody to share it with.</summary>
    internal bool IsSingleRow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Rows == 1 && Workers == 1;
    }

    /// <summary>The rows that this worker owns: whole rows of the batch, whatever an operator counts as rows.</summary>
    /// <remarks>The positions of a row have one owner, so that a worker may read, without waiting, whatever it wrote in the operator before, also where
    /// that one counted positions and this one rows.</remarks>
    public (int Start, int End) OwnRows
    {
        get
        {
            (int start, int end) = Share(Rows / _positions);
            return (start * _positions, end * _positions);
        }
    }

    /// <summary>The same share with <paramref name="positions"/> rows for each row: a layer applied at each position.</summary>
    /// <param name="positions">Positions in a row, such as time steps.</param>
    public Work PerPosition(int positions) => new(checked(Rows * positions), Worker, Workers, _barrier, _positions * positions);

    /// <summary>This worker's contiguous share of <paramref name="count"/> items, cut at multiples of <paramref name="granularity"/>.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="granularity">Items that stay together.</param>
    public (int Start, int End) Share(int count, int granularity = 1)
    {
        if (Workers == 1)
            return (0, count);
        long blocks = (count + (long)granularity - 1) / granularity;
        long start = blocks * Worker / Workers * granularity;
        long end = blocks * (Worker + 1) / Workers * granularity;
        return ((int)Math.Min(start, count), (int)Math.Min(end, count));
    }

    /// <summary>Waits until every worker has come here.</summary>
    public void Synchronize() => _barrier?.SignalAndWait();
}
