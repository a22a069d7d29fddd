// Title: Trained epoch by epoch
// Source: "Optimizer state resets when calling fit method", github.com/keras-team/keras/issues/13750
// About: A custom loop around single epochs behaves otherwise than one call
// Expected: ACT4005
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class FitEpochByEpoch
{
    public void Train(Dataset train, Dataset test)
    {
        for (int epoch = 0; epoch < 12; epoch++)
        {
            this.Fit(train, options: new FitOptions { Epochs = 1, BatchSize = 128 });
            Console.WriteLine(this.Evaluate(test).Loss);
        }
    }
}
