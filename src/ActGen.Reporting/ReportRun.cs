namespace ActGen.Reporting;

/// <summary>One trained network of a report.</summary>
/// <param name="Name">How the run is called in curves and tables.</param>
/// <param name="Summary">Its layers.</param>
/// <param name="History">Its epochs.</param>
public sealed record ReportRun(string Name, NetworkSummary Summary, TrainingHistory History)
{
    /// <summary>How good it is on test data; null leaves the confusion matrix out.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>Images that it took for something else, the surest mistakes first.</summary>
    public IReadOnlyList<MisreadImage> Misread { get; init; } = [];

    /// <summary>A run with its results on test data.</summary>
    /// <typeparam name="TNet">The network class.</typeparam>
    /// <param name="name">How the run is called in curves and tables.</param>
    /// <param name="network">The trained network.</param>
    /// <param name="history">What <c>Fit</c> returned.</param>
    /// <param name="test">Rows that it was not trained on.</param>
    /// <param name="images">The same rows for the eye, where the test rows were normalised; null shows the test rows. Shown where their shape is that of images.</param>
    /// <param name="mistakes">Most images to show.</param>
    /// <exception cref="ArgumentException">The data set does not fit the network or its loss, or there are not as many images as test rows.</exception>
    public static ReportRun Of<TNet>(string name, TNet network, TrainingHistory history, Dataset test, Dataset? images = null, int mistakes = 12)
        where TNet : INetwork<TNet>
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentOutOfRangeException.ThrowIfNegative(mistakes);
        images ??= test;
        if (images.Count != test.Count)
            throw new ArgumentException($"There are {test.Count} test rows and {images.Count} images: each row needs one.", nameof(images));
        Evaluation evaluation = network.Evaluate(test);
        return new ReportRun(name, NetworkExtensions.get_Summary<TNet>(), history)
        {
            Evaluation = evaluation,
            Misread = evaluation.ConfusionMatrix is { } matrix && Picture.IsShape(images.Shape) ? MisreadImages.Of(network, test, images, matrix, mistakes) : [],
        };
    }
}
