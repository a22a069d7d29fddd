using System.Diagnostics;

namespace ActGen.CompilerServices;

/// <summary>A door that opens once for each generation. Waiting threads spin for at most 20 µs, then sleep.</summary>
/// <remarks>Opening costs one interlocked addition while nobody sleeps. The addition and the count of sleepers are both
/// sequentially consistent: either the opener sees the sleeper or the sleeper sees the new generation.</remarks>
internal sealed class WorkerGate
{
    private static readonly long SpinTicks = Stopwatch.Frequency / 50_000;

    // With one processor the thread that is waited for cannot run while this one spins.
    private static readonly bool Spins = Environment.ProcessorCount > 1;

    private readonly object _sleepers = new();
    private int _generation;
    private int _sleeping;

    /// <summary>How often the gate was opened.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Lets everyone pass who waits for a generation after the present one.</summary>
    public void Open()
    {
        Interlocked.Increment(ref _generation);
        if (Volatile.Read(ref _sleeping) != 0)
            Wake();
    }

    /// <summary>Returns when the gate has been opened after it had generation <paramref name="seen"/>.</summary>
    /// <remarks><see cref="Thread.Interrupt"/> does not end it: those who are waited for still use the caller's memory.
    /// The interruption stays pending for the next wait outside.</remarks>
    public void WaitFor(int seen)
    {
        if (Spins)
        {
            long start = Stopwatch.GetTimestamp();
            do
            {
                for (int i = 0; i < 8; i++)
                {
                    if (Generation != seen)
                        return;
                    Thread.SpinWait(4);
                }
            }
            while (Stopwatch.GetTimestamp() - start < SpinTicks);
        }
        Sleep(seen);
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

    private void Sleep(int seen)
    {
        bool interrupted = false;
        while (Generation == seen)
        {
            try
            {
                SleepOnce(seen);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
        if (interrupted)
            Thread.CurrentThread.Interrupt();
    }

    private void SleepOnce(int seen)
    {
        lock (_sleepers)
        {
            Interlocked.Increment(ref _sleeping);
            try
            {
                while (Generation == seen)
                    Monitor.Wait(_sleepers);
            }
            finally
            {
                Interlocked.Decrement(ref _sleeping);
            }
        }
    }
}
