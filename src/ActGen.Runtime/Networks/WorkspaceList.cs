namespace ActGen.CompilerServices;

/// <summary>The workspaces of one network: as many as there ever were callers at the same time.</summary>
/// <remarks>Lock-free: the list only grows, a caller takes a workspace by setting its flag. Nothing is ever unlinked, so there is no ABA problem.</remarks>
internal sealed class WorkspaceList
{
    private volatile Workspace? _first;

    /// <summary>A workspace that nobody else uses; give it back with <see cref="Workspace.Release"/>.</summary>
    /// <param name="elements">The same for every call.</param>
    public Workspace Take(int elements)
    {
        for (Workspace? candidate = _first; candidate is not null; candidate = candidate.Next)
        {
            if (candidate.TryTake())
                return candidate;
        }
        var added = new Workspace(elements);
        Workspace? first;
        do
        {
            first = _first;
            added.Next = first;
        }
        while (Interlocked.CompareExchange(ref _first, added, first) != first);
        return added;
    }

    /// <summary>Number of workspaces made so far.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            for (Workspace? workspace = _first; workspace is not null; workspace = workspace.Next)
                count++;
            return count;
        }
    }
}

/// <summary>Scratch memory of one inference.</summary>
internal sealed class Workspace(int elements)
{
    private readonly AlignedBuffer _buffer = new(elements);
    private int _taken = 1;

    public Workspace? Next { get; set; }

    public Span<float> Span => _buffer.Span;

    public bool TryTake() => Volatile.Read(ref _taken) == 0 && Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    public void Release() => Volatile.Write(ref _taken, 0);
}
