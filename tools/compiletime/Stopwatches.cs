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

    /// <summary>The middle one: one of two that take turns is as likely to be disturbed as the other.</summary>
    public static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);
}
