// Title: Weights rewound before each trial
// Source: Frankle & Carbin 2019, The lottery ticket hypothesis
// About: Every trial starts from the same weights and with a new optimizer
// Expected: none
[Network(784)]
[Dense(300), ReLU]
[Dense(100), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class UsageWeightsRewound
{
    public static float[] Trials(UsageWeightsRewound network, float[][] inputs, int[][] labels)
    {
        float[] first = network.Parameters.ToArray(), losses = new float[inputs.Length];
        for (int trial = 0; trial < inputs.Length; trial++)
        {
            first.CopyTo(network.Parameters);
            using var trainer = network.CreateTrainer(new Adam(0.0012), batchSize: 60);
            losses[trial] = trainer.Step(inputs[trial], labels[trial]);
        }
        return losses;
    }
}
