// Title: Training, validation and test apart
// Source: Ripley 1996, Pattern Recognition and Neural Networks, glossary
// About: Fit on one part, choose on another, report the third
// Expected: none
[Network(4)]
[Dense(16), ReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class UsageFitAndEvaluate
{
    public static double TestAccuracy(Dataset data)
    {
        (Dataset rest, Dataset test) = data.Split(0.8, seed: 1, stratified: true);
        (Dataset train, Dataset validation) = rest.Split(0.9, seed: 2, stratified: true);
        var network = new UsageFitAndEvaluate(seed: 1);
        network.Fit(train, validation, new FitOptions { Epochs = 50, Optimizer = new AdamW(0.001) });
        return network.Evaluate(test).Accuracy!.Value;
    }
}
