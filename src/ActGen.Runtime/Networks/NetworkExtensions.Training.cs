namespace ActGen;

public static partial class NetworkExtensions
{
    extension<TNet>(TNet network)
        where TNet : INetworkCore<TNet>
    {
        /// <summary>Trains the network on a data set, epoch by epoch, on the caller's thread and worker threads. For use behind a user interface wrap it in <c>Task.Run</c>.</summary>
        /// <remarks>Restoring the best weights gives the network another buffer: a span of its parameters taken before the call shows the weights of the last step, not those of the network.</remarks>
        /// <param name="train">Rows to learn from.</param>
        /// <param name="validation">Rows on which each epoch is judged, or null.</param>
        /// <param name="options">Epochs, batch size, optimizer, schedule, clipping, early stopping; null takes the defaults.</param>
        /// <param name="progress">Hears of each epoch; one that is an <see cref="IProgress{T}"/> of <see cref="StepProgress"/> too hears of each step.</param>
        /// <param name="cancellationToken">Stops training between two steps; the network then keeps the weights of the last step.</param>
        /// <returns>Losses and accuracies of the epochs.</returns>
        /// <exception cref="ArgumentException">A data set does not fit the network or its loss; nothing was changed.</exception>
        /// <exception cref="InvalidOperationException">The network declares no loss, or is frozen.</exception>
        /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
        public TrainingHistory Fit(Dataset train, Dataset? validation = null, FitOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) =>
            new Fitting<TNet>(network, train, validation, options ?? new FitOptions()).Run(progress, cancellationToken);

        /// <summary>Loss and accuracy, or errors, of the network on a data set. Dropout is off.</summary>
        /// <param name="data">Rows with labels or targets that fit the loss.</param>
        /// <exception cref="ArgumentException">The data set does not fit the network or its loss.</exception>
        /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
        public Evaluation Evaluate(Dataset data) => new Evaluator<TNet>(data, nameof(data)).Evaluate(network.State.Buffer.Span, network.State.IsFrozen);
    }
}
