using System.Diagnostics;
using System.Globalization;
using ActGen;
using CustomActivation;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = System.Text.Encoding.UTF8;
bool isQuick = args.Contains("--quick");
int epochs = isQuick ? 3 : 30, seeds = isQuick ? 1 : 5;

// The function itself, without a network; f′ is what the compiler derived (obj/generated).
float[] x = [float.NegativeInfinity, -100, -2, -1, 0, 1, 2, 100], y = new float[x.Length], slope = new float[x.Length];
Activations.Apply<Gulu>(x, y);
Activations.Derivative<Gulu>(x, slope);
Console.WriteLine("f(x) = x·exp(−exp(−x))");
Console.WriteLine($"{"x",9} {"f(x)",12} {"f′(x)",12}");
for (int i = 0; i < x.Length; i++)
    Console.WriteLine($"{x[i],9:G3} {y[i],12:G6} {slope[i],12:G6}");
Console.WriteLine();

Dataset digits = Dataset.FromCsv(Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv.gz"));
(Dataset trainImages, Dataset testImages) = digits.Split(0.8, seed: 1, stratified: true);
Dataset train = trainImages.Normalize(out Normalization scale), test = testImages.Normalize(scale);

// Every network starts from the same seeds and sees the same batches.
Console.WriteLine($"{"activation",-12} {"accuracy",9} {"loss",8} {"time",8}   mean over {seeds} seed(s), {epochs} epochs, test set");
Compare("Gulu", seed => new GuluNet(seed));
Compare("GELU", seed => new GELUNet(seed));
Compare("ReLU", seed => new ReLUNet(seed));

void Compare<TNet>(string name, Func<int, TNet> create)
    where TNet : INetwork<TNet>
{
    double accuracy = 0, loss = 0;
    var time = new Stopwatch();
    for (int seed = 1; seed <= seeds; seed++)
    {
        TNet network = create(seed);
        time.Start();
        network.Fit(train, options: new FitOptions { Epochs = epochs, BatchSize = 32, Optimizer = new AdamW(0.002), Seed = seed });
        time.Stop();
        Evaluation evaluation = network.Evaluate(test);
        accuracy += evaluation.Accuracy!.Value / seeds;
        loss += evaluation.Loss / seeds;
    }
    Console.WriteLine($"{name,-12} {accuracy,9:P1} {loss,8:F4} {time.Elapsed.TotalSeconds / seeds,6:F2} s");
}
