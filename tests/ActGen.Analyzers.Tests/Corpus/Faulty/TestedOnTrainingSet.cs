// Title: Test loader made of the training set
// Source: "potential error", github.com/MahmudulHasan11085/Vision-Eagle-Attention/issues/1
// About: "You used the training set for the test_loader"
// Expected: ACT4005
[Network(784, InputMeanSquare = 0.1)]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class TestedOnTrainingSet
{
    public static void Report(Dataset images)
    {
        var network = new TestedOnTrainingSet(seed: 3);
        Dataset train = images;
        network.Fit(train, options: new FitOptions { Epochs = 5 });
        Dataset test = images;
        Evaluation result = network.Evaluate(test);
        Console.WriteLine($"test accuracy: {result.Accuracy:P1}");
    }
}
