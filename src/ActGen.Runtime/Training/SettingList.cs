using System.Collections;

namespace ActGen;

/// <summary>A copy of a caller's list, as a setting of a record: it cannot change, and lists of equal elements are equal.</summary>
internal sealed class SettingList<T>(IReadOnlyList<T> values) : IReadOnlyList<T>, IEquatable<SettingList<T>>
{
    private readonly T[] _values = [.. values];

    public int Count => _values.Length;

    public T this[int index] => _values[index];

    public bool Equals(SettingList<T>? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as SettingList<T>);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T value in _values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", _values)}]";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
