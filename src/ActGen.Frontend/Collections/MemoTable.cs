using System.Collections.Concurrent;

namespace ActGen.Frontend.Collections;

/// <summary>Remembers the results of a pure function; bounded, safe for many threads.</summary>
/// <typeparam name="TKey">Equal by value.</typeparam>
/// <typeparam name="TValue">Immutable.</typeparam>
internal sealed class MemoTable<TKey, TValue>(int capacity = 1024)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _results = new();
    private int _computed;

    /// <summary>Number of times the function itself ran: what caching tests count.</summary>
    public int Computed => Volatile.Read(ref _computed);

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> compute)
    {
        if (_results.TryGetValue(key, out TValue? known))
            return known;
        // Emptying the whole table is crude and right: what is in use comes back at once.
        if (_results.Count >= capacity)
            _results.Clear();
        TValue result = compute(key);
        Interlocked.Increment(ref _computed);
        return _results.GetOrAdd(key, result);
    }
}
