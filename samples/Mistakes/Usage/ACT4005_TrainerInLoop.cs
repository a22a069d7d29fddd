using ActGen;

namespace Mistakes.ACT4005;

/// <summary>Every step begins with an optimizer that has forgotten the steps before.</summary>
[Network(8)]
[Dense(16), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class Wrong
{
    /// <summary>Trains for a while.</summary>
    public void Train(float[] inputs, float[] targets)
    {
        for (int step = 0; step < 1000; step++)
        {
            using var trainer = this.CreateTrainer(new Adam(0.001), batchSize: 32);
            trainer.Step(inputs, targets);
        }
    }
}

/// <summary>One trainer, many steps.</summary>
[Network(8)]
[Dense(16), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class Right
{
    /// <summary>Trains for a while.</summary>
    public void Train(float[] inputs, float[] targets)
    {
        using var trainer = this.CreateTrainer(new Adam(0.001), batchSize: 32);
        for (int step = 0; step < 1000; step++)
            trainer.Step(inputs, targets);
    }
}
