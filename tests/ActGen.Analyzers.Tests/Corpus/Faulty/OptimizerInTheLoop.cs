// Title: Optimizer made in every iteration
// Source: "adam_optimizer", github.com/haydnv/tinychain/pull/51 (review: "This creates a new optimizer on every training cycle")
// About: Adam's moments and step count start over
// Expected: ACT4005
[Network(8)]
[Dense(16), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class OptimizerInTheLoop
{
    public static void Train(OptimizerInTheLoop network, float[] inputs, float[] targets)
    {
        for (int i = 0; i < 1000; i++)
        {
            using var trainer = network.CreateTrainer(new Adam(0.001), batchSize: 32);
            trainer.Step(inputs, targets);
        }
    }
}
