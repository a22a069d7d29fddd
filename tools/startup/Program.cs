using System.Diagnostics;
using System.Globalization;
using ActGen.Startup;

// dotnet run -c Release --project tools/startup [-- number of processes]
// The first prediction of a small network in a fresh process, everything that must be compiled for it included, beside a process that does nothing.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case [FreshProcess.Empty]:
        break;
    case [FreshProcess.FirstPrediction]:
        PredictOnce(print: true);
        break;
    case [FreshProcess.Methods]:
        using (JitTimes times = new())
        {
            PredictOnce(print: false);
            // Events come late, on a thread of their own.
            Thread.Sleep(500);
            foreach ((string method, double milliseconds) in times.OfLibrary)
                Console.WriteLine($"{milliseconds:F2};{method}");
        }
        break;
    default:
        Measure(args is [var number] ? int.Parse(number) : 31);
        break;
}

static void PredictOnce(bool print)
{
    Span<float> predictions = stackalloc float[SmallNetwork.OutputSize];
    long start = Stopwatch.GetTimestamp();
    SmallNetwork network = new(seed: 1);
    long made = Stopwatch.GetTimestamp();
    network.Predict([0.1f, 0.2f, 0.3f, 0.4f], predictions);
    long predicted = Stopwatch.GetTimestamp();
    network.Predict([0.1f, 0.2f, 0.3f, 0.4f], predictions);
    long again = Stopwatch.GetTimestamp();
    // Formatted only now: that loads and compiles much itself.
    if (print)
        Console.WriteLine($"{Stopwatch.GetElapsedTime(start, made).TotalMilliseconds:F3} {Stopwatch.GetElapsedTime(made, predicted).TotalMilliseconds:F3} {Stopwatch.GetElapsedTime(predicted, again).TotalMilliseconds:F4}");
}

static void Measure(int processes)
{
    List<double> empty = [], whole = [], made = [], predicted = [], again = [];
    for (int i = 0; i < processes; i++)
    {
        empty.Add(FreshProcess.Time(FreshProcess.Empty).Process);
        (double process, double[] printed) = FreshProcess.Time(FreshProcess.FirstPrediction);
        whole.Add(process);
        made.Add(printed[0]);
        predicted.Add(printed[1]);
        again.Add(printed[2]);
    }
    Console.WriteLine($"{processes} processes of each kind in turns; median (least), in ms");
    Console.WriteLine($"process that does nothing            {Text(empty)}");
    Console.WriteLine($"process that predicts and prints     {Text(whole)}");
    Console.WriteLine($"  new SmallNetwork(seed: 1)          {Text(made)}");
    Console.WriteLine($"  its first prediction               {Text(predicted)}");
    Console.WriteLine($"  its second prediction              {Text(again)}");

    // The least of several processes: what else the machine does only adds.
    Dictionary<string, (double Time, int Count)> methods = [];
    for (int i = 0; i < 9; i++)
    {
        foreach (IGrouping<string, string[]> group in FreshProcess.Run(FreshProcess.Methods).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')).GroupBy(cells => cells[1]))
        {
            double time = group.Sum(cells => double.Parse(cells[0]));
            methods[group.Key] = methods.TryGetValue(group.Key, out (double Time, int Count) known) ? (Math.Min(time, known.Time), group.Count()) : (time, group.Count());
        }
    }
    Console.WriteLine($"\n{methods.Values.Sum(method => method.Count)} methods of the library are compiled, in {methods.Values.Sum(method => method.Time):F1} ms; the longest:");
    foreach ((string method, (double time, int count)) in methods.OrderByDescending(method => method.Value.Time).Take(15))
        Console.WriteLine($"{time,6:F2}  {method}{(count > 1 ? $" ({count} times)" : "")}");
}

static string Text(List<double> times) => $"{times.Order().ElementAt(times.Count / 2),8:F2} ({times.Min():F2})";
