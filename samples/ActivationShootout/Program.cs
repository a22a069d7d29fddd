using System.Diagnostics;
using System.Globalization;
using ActGen;
using ActGen.Reporting;
using ActivationShootout;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = System.Text.Encoding.UTF8;
if (Settings.Parse(args) is not { } settings)
{
    Console.WriteLine(Settings.Usage);
    return 2;
}

// 1. Images: CIFAR-10 if asked for, Fashion-MNIST if installed, else the digits of the quick start.
(IReadOnlyList<Contender> contenders, ShootoutData data) =
    settings.CifarFolder is { } folder ? (Contenders.Cifar, ShootoutData.Cifar(folder, settings.Images))
    : ShootoutData.HasFashion ? (Contenders.Fashion, ShootoutData.Fashion(settings.Images))
    : (Contenders.Digits, ShootoutData.Digits());
if (settings.CifarFolder is null && !ShootoutData.HasFashion)
    Console.WriteLine("Fashion-MNIST is not installed (Debian: apt-get install dataset-fashion-mnist): these are the 8 × 8 digits of the quick start instead.");
Console.WriteLine($"{data.Name}: {data.Train.Count:N0} images to train, {data.Validation.Count:N0} to validate, {data.Test.Count:N0} to test");

if (settings.Only is { } only)
{
    contenders = [.. contenders.Where(contender => contender.Activation.StartsWith(only, StringComparison.OrdinalIgnoreCase))];
    if (contenders.Count == 0)
    {
        Console.WriteLine($"There is no contender called {only}.");
        return 2;
    }
}

// 2. Every activation, every seed.
long start = Stopwatch.GetTimestamp();
var results = new List<(Contender Contender, IReadOnlyList<Trial> Trials)>();
foreach (Contender contender in contenders)
{
    var trials = new List<Trial>();
    for (int seed = 1; seed <= (settings.Only is null ? settings.Seeds : 1); seed++)
    {
        var options = new FitOptions
        {
            Epochs = settings.Epochs,
            BatchSize = 64,
            Optimizer = new AdamW(0.003) { WeightDecay = 0.01 },
            Schedule = new CosineSchedule { WarmUp = 0.05 },
            Seed = seed,
        };
        Trial trial = contender.Train(data, options, isLive: settings.Only is not null);
        trials.Add(trial);
        Console.WriteLine($"{contender.Activation,-11} seed {seed}: validation accuracy {trial.Accuracy:P1}, {trial.SecondsPerEpoch:F2} s an epoch");
    }
    results.Add((contender, trials));
}

// 3. The answer.
ReportTable table = ResultTable.Of(results, data.Name);
ResultTable.Print(table);
if (settings.Only is not null)
    Console.WriteLine($"test accuracy: {results[0].Trials[0].Run.Evaluation!.Accuracy:F4}");
new HtmlReport($"Activations on {data.Name}")
{
    Introduction = $"The same small convolutional network with each activation, {settings.Epochs} epochs over {data.Train.Count:N0} images. Curves and details are those of the first seed.",
    Tables = [table],
    Runs = [.. results.Select(result => result.Trials[0].Run)],
}.Save(settings.Report);
Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s; report: {settings.Report}");
return 0;
