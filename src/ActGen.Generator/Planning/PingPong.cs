namespace ActGen.Generator.Planning;

/// <summary>Two buffers taken in turn: while one is read, the other is written. Their sizes are known when all takers are.</summary>
internal sealed class PingPong
{
    private readonly int[] _sizes = new int[2];
    private int _turn;

    /// <summary>Elements per row of both.</summary>
    public int Size => _sizes[0] + _sizes[1];

    /// <summary>The other buffer than last time; its offset is 0 or 1 until <see cref="Place"/> knows it.</summary>
    public Slot Take(string name, int width)
    {
        int turn = _turn;
        _turn = 1 - _turn;
        _sizes[turn] = Math.Max(_sizes[turn], width);
        return new(Planning.Place.Buffer, name, turn, width);
    }

    /// <summary>The slot with its final offset, in a workspace where the two begin at 0.</summary>
    public Slot Place(Slot slot) => PlaceFrom(slot, 0);

    /// <summary>The slot with its final offset, in a workspace where the two begin at <paramref name="start"/>.</summary>
    public Slot PlaceFrom(Slot slot, int start) => slot.Place == Planning.Place.Buffer
        ? slot with { Offset = start + (slot.Offset == 0 ? 0 : _sizes[0]) }
        : slot;
}
