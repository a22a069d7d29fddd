namespace ActGen.Generator.Planning;

/// <summary>Two buffers taken in turn: while one is read, the other is written. Their sizes are known when all takers are.</summary>
internal sealed class PingPong
{
    private readonly int[] _sizes = new int[2];
    private readonly HashSet<Slot> _taken = [];
    private int _turn;

    /// <summary>Elements per row of both.</summary>
    public int Size => _sizes[0] + _sizes[1];

    /// <summary>The other buffer than last time; its offset is 0 or 1 until <see cref="PlaceFrom"/> knows it.</summary>
    public Slot Take(string name, int width)
    {
        var slot = new Slot(Place.Buffer, name, _turn, width);
        _sizes[_turn] = Math.Max(_sizes[_turn], width);
        _turn = 1 - _turn;
        _taken.Add(slot);
        return slot;
    }

    /// <summary>A slot taken here with its final offset, in a workspace where the two begin at <paramref name="start"/>; any other slot as it is.</summary>
    public Slot PlaceFrom(Slot slot, int start) => _taken.Contains(slot)
        ? slot with { Offset = start + (slot.Offset == 0 ? 0 : _sizes[0]) }
        : slot;
}
