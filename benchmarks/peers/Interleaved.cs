using System.Diagnostics;

namespace ActGen.Peers;

/// <summary>Times several ways to do the same in turns, so that whatever disturbs the machine disturbs all of them.</summary>
internal static class Interleaved
{
    /// <summary>Times of one call, in ns, and medians of the ratios to the first way, turn by turn. A time is the tenth percentile: what the machine
    /// does when nothing else runs on it.</summary>
    /// <param name="ways">Each runs the work the given number of times.</param>
    /// <param name="turns">How often each has its turn; odd.</param>
    /// <param name="milliseconds">Of a turn.</param>
    public static (double[] Nanoseconds, double[] Ratios) Measure(Action<int>[] ways, int turns, double milliseconds = 0.5)
    {
        int[] times = [.. ways.Select(way => Calibrate(way, milliseconds))];
        double[][] samples = [.. ways.Select(_ => new double[turns])];
        for (int turn = 0; turn < turns; turn++)
        {
            for (int k = 0; k < ways.Length; k++)
            {
                int way = (k + turn) % ways.Length;
                long start = Stopwatch.GetTimestamp();
                ways[way](times[way]);
                samples[way][turn] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / times[way];
            }
        }

        return ([.. samples.Select(sample => sample.Order().ElementAt(turns / 10))], [.. samples.Select(sample => Median([.. sample.Zip(samples[0], (other, first) => other / first)]))]);
    }

    /// <summary>As many calls as fill a turn.</summary>
    private static int Calibrate(Action<int> way, double milliseconds)
    {
        way(3);
        for (int times = 1; ; times *= 2)
        {
            long start = Stopwatch.GetTimestamp();
            way(times);
            if (Stopwatch.GetElapsedTime(start).TotalMilliseconds > milliseconds / 2)
                return times * 2;
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
