using System.Diagnostics;
using System.Globalization;
using ActGen;
using Digits;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = System.Text.Encoding.UTF8;

// 1. Data: 1,797 images. A fixed stratified fifth is held out for the test, a tenth of the rest decides which weights are best.
Dataset digits = Dataset.FromCsv(Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv.gz"));
(Dataset rest, Dataset testImages) = digits.Split(0.8, seed: 1, stratified: true);
(Dataset trainImages, Dataset validationImages) = rest.Split(0.9, seed: 2, stratified: true);

// Every cell gets mean 0 and variance 1 over the training images; the others are treated alike.
Dataset train = trainImages.Normalize(out Normalization scale);
Dataset validation = validationImages.Normalize(scale), test = testImages.Normalize(scale);

// 2. The network: the compiler wrote it from the attributes on DigitClassifier.
Console.WriteLine(DigitClassifier.Summary);
var network = new DigitClassifier(seed: 1);

// 3. Training.
const int Epochs = 40;
var options = new FitOptions
{
    Epochs = Epochs,
    BatchSize = 32,
    Optimizer = new AdamW(0.002) { WeightDecay = 0.05 },
    Schedule = new CosineSchedule { WarmUp = 0.05 },
};
long start = Stopwatch.GetTimestamp();
TrainingHistory history = network.Fit(train, validation, options, new ProgressBar());
Console.WriteLine();
Console.WriteLine($"trained in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, best epoch {history.BestEpoch} of {Epochs}");
Console.WriteLine();

// 4. Save and reload: the copy predicts the same bits.
string path = Path.Combine(Path.GetTempPath(), $"digits-{Environment.ProcessId}.safetensors");
network.Save(path);
DigitClassifier reloaded = DigitClassifier.Load(path);
Console.WriteLine($"weights saved and reloaded: {new FileInfo(path).Length:N0} bytes of safetensors");
File.Delete(path);
Console.WriteLine();

// 5. The test set, never seen in training.
Evaluation evaluation = reloaded.Evaluate(test);
Console.WriteLine(evaluation.ConfusionMatrix);
DigitPictures.Show(reloaded, testImages, test, count: 4);
Console.WriteLine($"test accuracy: {evaluation.Accuracy:F4}");
