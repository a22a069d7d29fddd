using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>A network class as the product generates it, driven through what a user calls.</summary>
internal interface IFloatNetwork
{
    /// <summary>Name, shape and place of each tensor.</summary>
    IReadOnlyList<ParameterInfo> Table { get; }

    /// <summary>The parameters of a new network.</summary>
    float[] NewParameters(long seed);

    /// <summary><c>Forward</c>.</summary>
    float[] Forward(float[] parameters, float[] inputs);

    /// <summary><c>Predict</c>.</summary>
    float[] Predict(float[] parameters, float[] inputs);

    /// <summary><c>Predict</c> of a predictor.</summary>
    float[] Predict(float[] parameters, float[] inputs, int threads);

    /// <summary><c>Freeze</c>.</summary>
    IFrozenNetwork Freeze(float[] parameters);

    /// <summary>Loss and gradients that one step of a trainer shows.</summary>
    FloatStep Step(float[] parameters, float[] inputs, int[]? labels, float[]? targets, TrainerOptions options);

    /// <summary>Trains a new network on drawn batches.</summary>
    TrainingRun Train(NetworkSpec spec, int steps, int rows, int threads);

    /// <summary>Bytes that steps and predictions allocate by <paramref name="meter"/>.</summary>
    AllocatedBytes Allocations(NetworkSpec spec, int rows, int threads, Func<Action, long> meter);
}

/// <summary>What a step of a trainer shows.</summary>
internal sealed record FloatStep(float Loss, float[] Gradients, float[] InputGradients, float[] Statistics);

/// <summary>What came out of training.</summary>
internal sealed record TrainingRun(int Workers, float[] Losses, float[] Parameters, float[] InputGradients);

/// <summary>Bytes allocated.</summary>
internal sealed record AllocatedBytes(long Step, long Forward, long Predict, long Classify, long Predictor);
