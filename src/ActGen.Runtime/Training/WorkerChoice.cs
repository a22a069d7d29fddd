using System.Diagnostics;

namespace ActGen;

/// <summary>Finds out, call by call, whether sharing work is faster than doing it alone. It is not where the other workers' processors are busy with other programs:
/// a worker without a processor makes the others wait.</summary>
/// <remarks>Of each 512 calls of one size the first two run alone and the next two are shared, one after the other, because workers that had nothing to do for 20 µs sleep and the first shared
/// call wakes them; sharing does the others where it gains a sixteenth. Where that is another way than before, the four are repeated first: one moment in which a worker lost its processor decides nothing. A call of another size now and then, as the last batch of an epoch, is done as
/// they are; four in a row are the beginning of other work, which is compared anew. The results of a call are the same bits either way.</remarks>
internal sealed class WorkerChoice
{
    private const int Window = 512, Trials = 4;

    private int _size;
    private int _call;
    private int _others;
    private bool _isTimed;
    private bool _shares = true;
    // What the last comparison found, and how many calls this one takes.
    private bool _sharedBefore = true;
    private int _trials;
    private long _start;
    private long _alone;
    private long _shared;

    /// <summary>Before a call.</summary>
    /// <param name="size">Rows: only calls of the same size are compared.</param>
    /// <returns>Whether the workers share it.</returns>
    public bool Begin(int size)
    {
        _isTimed = false;
        _others = size == _size ? 0 : _others + 1;
        if (_call >= Window || _others == Trials)
            _call = 0;
        if (_call == 0)
        {
            _size = size;
            _others = 0;
            _trials = Trials;
            (_alone, _shared) = (long.MaxValue, long.MaxValue);
        }
        if (size != _size || _call++ >= _trials)
            return _shares;
        _isTimed = true;
        _shares = (_call - 1) % Trials >= Trials / 2;
        _start = Stopwatch.GetTimestamp();
        return _shares;
    }

    /// <summary>After the call.</summary>
    public void End()
    {
        if (_isTimed)
            Record(Stopwatch.GetTimestamp() - _start);
    }

    /// <summary>What the call took.</summary>
    internal void Record(long ticks)
    {
        if (_shares)
            _shared = Math.Min(_shared, ticks);
        else
            _alone = Math.Min(_alone, ticks);
        if (_call != _trials)
            return;
        // A sixteenth at least: sharing takes a processor, and its times vary more than those alone, so that its best of a few says less.
        _shares = _shared <= _alone - (_alone >> 4);
        if (_shares != _sharedBefore && _trials == Trials)
            _trials = 2 * Trials;
        else
            _sharedBefore = _shares;
    }
}
