using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>A count that only grows, and threads that wait until it has grown far enough: first they spin, then they let others run, after a while they sleep.</summary>
/// <remarks>Counting costs one interlocked addition while nobody sleeps. The addition and the number of sleepers are both
/// sequentially consistent: either who counts sees the sleeper or the sleeper sees the new count.</remarks>
/// <param name="microseconds">How long a thread lets others run before it sleeps: <see cref="Idle"/> or <see cref="Meeting"/>.</param>
internal sealed class WorkerGate(int microseconds)
{
    /// <summary>For who waits for work, of which nobody knows when it comes.</summary>
    public const int Idle = 20;

    /// <summary>For who waits for others that are at work: longer than it takes to wake a thread. Were it less, who arrives first would sleep while a worker that was just woken catches up, would be late itself then,
    /// and so on: all meetings of a step, and of the next ones, would wait for a thread to wake.</summary>
    public const int Meeting = 200;

    /// <summary>Looks at the count before the thread lets others run: about 2 µs, longer than the workers of one step are apart while each has a core.</summary>
    private const int Looks = 128;

    private readonly long _spinTicks = (long)(Stopwatch.Frequency * 1e-6 * microseconds);

    // With one processor the thread that is waited for cannot run while this one spins.
    private static readonly bool Spins = Environment.ProcessorCount > 1;

    private readonly object _sleepers = new();
    private int _sleeping;
    private Line _line;

    /// <summary>How far it has come.</summary>
    public long Count => Volatile.Read(ref _line.Count);

    /// <summary>Counts on, and lets pass whoever waited for no more than that.</summary>
    /// <returns>The new count.</returns>
    public long Add(long steps = 1)
    {
        long count = Interlocked.Add(ref _line.Count, steps);
        if (Volatile.Read(ref _sleeping) != 0)
            Wake();
        return count;
    }

    /// <summary>Back to 0. Nobody may be near.</summary>
    public void Reset() => Volatile.Write(ref _line.Count, 0);

    /// <summary>Returns when the count is at least <paramref name="count"/>.</summary>
    /// <remarks><see cref="Thread.Interrupt"/> does not end it: those who are waited for still use the caller's memory.
    /// The interruption stays pending for the next wait outside.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WaitFor(long count)
    {
        for (int look = Spins ? Looks : 1; look > 0; look--)
        {
            if (Count >= count)
                return;
            Pause();
        }
        if (!YieldUntil(count))
            Sleep(count);
    }

    /// <summary>Where more threads want to run than there are cores, the one that is waited for may need this core.</summary>
    private bool YieldUntil(long count)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            Thread.Yield();
            if (Count >= count)
                return true;
        }
        while (Stopwatch.GetTimestamp() - start < _spinTicks);
        return false;
    }

    /// <summary>Some ten nanoseconds in which the core's other thread has it for itself.</summary>
    private static void Pause()
    {
        if (X86Base.IsSupported)
            X86Base.Pause();
        else if (ArmBase.IsSupported)
            ArmBase.Yield();
    }

    private void Wake()
    {
        bool interrupted = false, done = false;
        while (!done)
        {
            try
            {
                lock (_sleepers)
                    Monitor.PulseAll(_sleepers);
                done = true;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
        if (interrupted)
            Thread.CurrentThread.Interrupt();
    }

    private void Sleep(long count)
    {
        bool interrupted = false;
        while (Count < count)
        {
            try
            {
                SleepOnce(count);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
        if (interrupted)
            Thread.CurrentThread.Interrupt();
    }

    private void SleepOnce(long count)
    {
        lock (_sleepers)
        {
            Interlocked.Increment(ref _sleeping);
            try
            {
                while (Count < count)
                    Monitor.Wait(_sleepers);
            }
            finally
            {
                Interlocked.Decrement(ref _sleeping);
            }
        }
    }

    /// <summary>The count alone in its cache line: what lies beside it would travel between the cores with it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Line
    {
        [FieldOffset(64)]
        public long Count;
    }
}
