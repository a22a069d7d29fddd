// Title: Training loop
// Source: pytorch.org, Optimizing Model Parameters
// About: One trainer for all steps
// Expected: none
[Network(8)]
[Dense(16), Tanh]
[Dense(1)]
[MSELoss]
public sealed partial class UsageTrainingLoop
{
    public static float Train(UsageTrainingLoop network, float[][] inputs, float[][] targets)
    {
        using var trainer = network.CreateTrainer(new SGD(0.05) { Momentum = 0.9 }, batchSize: 32);
        float loss = 0;
        for (int epoch = 0; epoch < 10; epoch++)
        {
            for (int batch = 0; batch < inputs.Length; batch++)
                loss = trainer.Step(inputs[batch], targets[batch]);
        }
        return loss;
    }
}
