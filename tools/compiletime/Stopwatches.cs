using System.Diagnostics;

namespace ActGen.CompileTime;

/// <summary>Times of things that are remembered once they have been computed.</summary>
internal static class Stopwatches
{
    /// <summary>Milliseconds.</summary>
    public static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The least one: what other programs do to a machine only adds.</summary>
    public static double Least(IEnumerable<double> times) => times.Min();
}
