using ActGen;

namespace Mistakes.ACT4009;

/// <summary>Integers are classes, and a squared error has none.</summary>
[Network(10)]
[Dense(1)]
[MSELoss]
public sealed partial class Wrong
{
    /// <summary>One step on ten houses.</summary>
    public float Step(float[] houses, int[] prices)
    {
        using var trainer = this.CreateTrainer(new Adam(), batchSize: 10);
        return trainer.Step(houses, prices);
    }
}

/// <summary>Prices are numbers.</summary>
[Network(10)]
[Dense(1)]
[MSELoss]
public sealed partial class Right
{
    /// <summary>One step on ten houses.</summary>
    public float Step(float[] houses, float[] prices)
    {
        using var trainer = this.CreateTrainer(new Adam(), batchSize: 10);
        return trainer.Step(houses, prices);
    }
}
