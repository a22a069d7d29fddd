// Title: Trained and evaluated on the same indices
// Source: "Data leak in testing explainer", github.com/chrisjtan/gnn_cff/issues/4
// About: "Used the test_indices for training and then used the same data instances to evaluate"
// Expected: ACT4005
[Network(4)]
[Dense(16), ReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class EvaluatedOnTrainingData
{
    public static double Accuracy(Dataset data)
    {
        var network = new EvaluatedOnTrainingData();
        network.Fit(data);
        return network.Evaluate(data).Accuracy!.Value;
    }
}
