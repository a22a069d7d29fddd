// Title: Adam with a learning rate of 0.1
// Source: "Learn rate issuse?", github.com/guillaumegenthial/sequence_tagging/issues/47
// About: 0.001 trains; 0.01 and 0.1 end in NaN
// Expected: ACT4007
[Network(100)]
[Dense(50), Tanh]
[Dense(9)]
[CrossEntropyLoss]
public sealed partial class AdamWithATenth
{
    public static void Train(AdamWithATenth network, Dataset train, Dataset validation) =>
        network.Fit(train, validation, new FitOptions { Optimizer = new Adam(0.1) });
}
