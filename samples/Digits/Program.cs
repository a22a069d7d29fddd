using System.Diagnostics;
using System.Globalization;
using ActGen;
using Digits;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = System.Text.Encoding.UTF8;

// 1. Data: 1,797 images, a fixed stratified fifth held out for the test, cells scaled from 0..16 to mean 0 and variance 1.
Dataset digits = Dataset.FromCsv(Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv.gz"));
(Dataset rest, Dataset test) = digits.Split(0.8, seed: 1, stratified: true);
(Dataset train, Dataset validation) = rest.Split(0.9, seed: 2, stratified: true);

// 2. The network: the compiler wrote it from the attributes on DigitClassifier.
Console.WriteLine(DigitClassifier.Summary);
var network = new DigitClassifier(seed: 1);

// 3. Training.
long start = Stopwatch.GetTimestamp();
TrainingHistory history = network.Fit(train, validation, new FitOptions { Epochs = 60, BatchSize = 32, Optimizer = new AdamW(0.002) }, new ProgressBar());
Console.WriteLine();
Console.WriteLine($"trained in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s; best validation loss {history.BestValidationLoss:F4}");

// 4. Save, reload: the copy predicts the same bits.
string path = Path.Combine(Path.GetTempPath(), "digits.safetensors");
network.Save(path);
DigitClassifier reloaded = DigitClassifier.Load(path);

// 5. The test set, never seen in training.
Evaluation evaluation = reloaded.Evaluate(test);
Console.WriteLine(evaluation.ConfusionMatrix);

DigitPictures.Show(reloaded, test, count: 4);
Console.WriteLine($"test accuracy: {evaluation.Accuracy:F4}");
