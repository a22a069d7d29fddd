using System.Diagnostics;
using System.Globalization;

namespace ActGen.Startup;

/// <summary>This program once more, in a process in which nothing is compiled yet.</summary>
internal static class FreshProcess
{
    public const string Empty = "--empty", FirstPrediction = "--predict", Methods = "--methods";

    /// <summary>Milliseconds until it has ended, and those that it printed.</summary>
    public static (double Process, double[] Printed) Time(string mode)
    {
        long start = Stopwatch.GetTimestamp();
        string output = Run(mode);
        double process = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return (process, [.. output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(time => double.Parse(time, CultureInfo.InvariantCulture))]);
    }

    /// <summary>What it printed.</summary>
    public static string Run(string mode)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!) { ArgumentList = { mode }, RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{mode} ended with {process.ExitCode}.");
    }
}
