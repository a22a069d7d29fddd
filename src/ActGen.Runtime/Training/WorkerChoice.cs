using System.Diagnostics;

namespace ActGen;

/// <summary>Finds out, call by call, whether sharing work is faster than doing it alone. It is not where the other workers' processors are busy with other programs:
/// a worker without a processor makes the others wait.</summary>
/// <remarks>A window of calls of one size begins with a comparison: two calls alone, of which the first fetches what other workers have changed, then three that are shared, of which the first wakes workers
/// that sleep and is not counted. Sharing does the others where it gains a sixteenth, and where the shared calls of the window before took no longer than calls alone, all of them together: beside another program most shared calls
/// are fast, and a few wait for a processor as long as many calls take. Each time they lose that way it takes twice as long until they are compared again. A first comparison, and one that alone changes the way, is repeated soon, so that one moment in which a worker lost its processor costs little.
/// A call of another size now and then, as the last batch of an epoch, is done as they are; four in a row are the beginning of other work, which is compared anew. The results of a call are the same bits either way.</remarks>
internal sealed class WorkerChoice
{
    private const int ShortWindow = 64, UsualWindow = 512, LongestWindow = 4096;
    private const int CallsAlone = 2, Trials = 5;
    private const int CallsOfOtherWork = 4;

    private int _size;
    private int _call;
    private int _window;
    private int _others;
    private bool _shares = true;
    private bool _isTimed;
    private long _start;

    // No call takes as long, and the longest window of such calls can be added.
    private const long Never = long.MaxValue / LongestWindow;

    // Of this comparison: the least times; a call that threw has none.
    private long _alone;
    private long _shared;

    // Of the window before: its way, if there was one, and the shared calls behind its comparison.
    private bool? _sharedBefore;
    private long _sharedTicks;
    private int _sharedCalls;

    // The next window of calls alone, unless it is a short one.
    private int _windowAlone = UsualWindow;

    /// <summary>Before a call.</summary>
    /// <param name="size">Rows: only calls of the same size are compared.</param>
    /// <returns>Whether the workers share it.</returns>
    public bool Begin(int size)
    {
        _isTimed = size == _size;
        _others = _isTimed ? 0 : _others + 1;
        if (_others == CallsOfOtherWork || _window == 0)
            Compare(size);
        else if (_isTimed && _call == _window)
            _call = 0;
        if (!_isTimed)
            return _shares;
        if (_call == 0)
            (_alone, _shared) = (Never, Never);
        if (_call++ < Trials)
            _shares = _call > CallsAlone;
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
        if (_call > Trials)
        {
            if (_shares)
                (_sharedTicks, _sharedCalls) = (_sharedTicks + ticks, _sharedCalls + 1);
        }
        else if (!_shares)
        {
            _alone = Math.Min(_alone, ticks);
        }
        else if (_call > CallsAlone + 1)
        {
            _shared = Math.Min(_shared, ticks);
            if (_call == Trials)
                Decide();
        }
    }

    /// <summary>The way of the rest of this window, and how long it is.</summary>
    private void Decide()
    {
        // A sixteenth at least: sharing takes a processor, and its times vary more than those alone, so that its best of a few says less.
        bool gains = _shared <= _alone - (_alone >> 4);
        // For the whole of the last window too: what a moment shows does not refute that.
        bool lost = _sharedTicks > _sharedCalls * _alone;
        if (lost)
            _windowAlone = Math.Min(2 * _windowAlone, LongestWindow);
        else if (_sharedCalls > ShortWindow)
            _windowAlone = UsualWindow;
        _shares = gains && !lost;
        if (_shares != _sharedBefore && !lost)
            _window = ShortWindow;
        else
            _window = _shares ? UsualWindow : _windowAlone;
        _sharedBefore = _shares;
        (_sharedTicks, _sharedCalls) = (0, 0);
    }

    /// <summary>Calls of this size from now on, of which nothing is known.</summary>
    private void Compare(int size)
    {
        (_size, _call, _others, _window, _windowAlone) = (size, 0, 0, UsualWindow, UsualWindow);
        (_sharedBefore, _sharedTicks, _sharedCalls) = (null, 0, 0);
        _isTimed = true;
    }
}
