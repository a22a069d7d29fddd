using ActGen.CompilerServices;

namespace ActGen;

/// <summary>What every network can do beyond its own generated members.</summary>
public static partial class NetworkExtensions
{
    extension<TNet>(TNet network)
        where TNet : INetworkCore<TNet>
    {
        /// <summary>A trainer: the optimizer's state, gradients, buffers and worker threads for steps of up to <paramref name="batchSize"/> rows. Dispose it.</summary>
        /// <param name="optimizer">How parameters follow gradients.</param>
        /// <param name="batchSize">Most rows of a step, at least 1.</param>
        /// <param name="options">Threads, clipping, accumulation, checks; null takes the defaults.</param>
        /// <exception cref="InvalidOperationException">The network declares no loss, or is frozen.</exception>
        /// <exception cref="ArgumentException">The optimizer's settings contradict each other.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The batch size is below 1, or its buffers would be too large.</exception>
        public Trainer<TNet> CreateTrainer(Optimizer optimizer, int batchSize, TrainerOptions? options = null) =>
            new(network, optimizer, batchSize, options ?? new TrainerOptions());

        /// <summary>A predictor: worker threads that share large batches, and single rows through wide layers. Dispose it. Small networks predict as fast without one.</summary>
        /// <param name="options">Threads; null takes the defaults.</param>
        /// <exception cref="ArgumentOutOfRangeException">The scratch of so many threads is more than one buffer holds.</exception>
        public Predictor<TNet> CreatePredictor(PredictorOptions? options = null) => new(network, options ?? new PredictorOptions());

        /// <summary>The layer table as data; <see cref="NetworkSummary.ToString"/> prints it.</summary>
        public static NetworkSummary Summary => new(TNet.Code.Plan.Definition);
    }
}
