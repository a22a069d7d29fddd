namespace ActGen.Generator.Planning;

/// <summary>Memory of the workspace for one value, from the first to the last time anybody touches it.</summary>
/// <param name="name">The constant that holds its offset.</param>
/// <param name="width">Elements per row.</param>
/// <param name="first">When it is first written.</param>
internal sealed class Lease(string name, int width, int first)
{
    public string Name => name;

    public int Width => width;

    public int First { get; } = first;

    /// <summary>When it is last touched.</summary>
    public int Last { get; private set; } = first;

    /// <summary>Elements per row before it, once it has a place.</summary>
    public int Offset { get; set; }

    /// <summary>It is touched then, too.</summary>
    public void Extend(int time) => Last = Math.Max(Last, time);

    /// <summary>Whether both are in use at one time, so that they need memory of their own.</summary>
    public bool Meets(Lease other) => First <= other.Last && other.First <= Last;
}
