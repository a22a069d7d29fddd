using ActGen;

namespace Mistakes.ACT4006;

/// <summary>Three classes are 0, 1 and 2: this throws at the third corner.</summary>
[Network(2)]
[Dense(8), ReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Wrong
{
    /// <summary>One step on three corners of a square.</summary>
    public float Step()
    {
        float[] corners = [0, 0, 0, 1, 1, 0];
        int[] labels = [1, 2, 3];
        using var trainer = this.CreateTrainer(new Adam(), batchSize: 3);
        return trainer.Step(corners, labels);
    }
}

/// <summary>Labels count from 0.</summary>
[Network(2)]
[Dense(8), ReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right
{
    /// <summary>One step on three corners of a square.</summary>
    public float Step()
    {
        float[] corners = [0, 0, 0, 1, 1, 0];
        int[] labels = [0, 1, 2];
        using var trainer = this.CreateTrainer(new Adam(), batchSize: 3);
        return trainer.Step(corners, labels);
    }
}
