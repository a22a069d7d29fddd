namespace ActGen.Generator.Planning;

/// <summary>A buffer whose size does not depend on the rows.</summary>
/// <param name="Name">The constant that holds its offset.</param>
/// <param name="Offset">Elements before it.</param>
/// <param name="Length">Elements.</param>
internal sealed record FixedSlot(string Name, int Offset, int Length);

/// <summary>The buffers whose size does not depend on the rows, one behind the other.</summary>
internal sealed class FixedSlots
{
    /// <summary>Elements of all of them.</summary>
    public int Length { get; private set; }

    public FixedSlot Take(string name, int length)
    {
        var slot = new FixedSlot(name, Length, length);
        Length += length;
        return slot;
    }
}
