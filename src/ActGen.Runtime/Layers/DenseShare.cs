namespace ActGen.CompilerServices;

/// <summary>How workers share a fully connected layer: its rows, or its features, which are outputs forward and inputs back.</summary>
/// <remarks>Who computes rows reads all weights, of which other workers have just changed their part: those come from other cores' caches. Who computes features
/// reads his own weights and all rows of x or dz. The smaller of both travels. Forward, the weights of an output are not those of one worker's rows of W, which it updates: see <see cref="DenseRelay{T, TActivation}"/>.</remarks>
internal static class DenseShare
{
    // Shares are cut at cache lines of float.
    private const int Granularity = 16;

    /// <summary>Whether workers share features: where rows are fewer than outputs. One worker has all of either.</summary>
    /// <param name="work">Rows and workers.</param>
    /// <param name="outputs">Outputs of the layer.</param>
    public static bool IsOfFeatures(Work work, int outputs) => work.Workers > 1 && outputs > work.Rows;

    /// <summary>Whether there are features for each worker.</summary>
    /// <param name="work">Workers.</param>
    /// <param name="features">All of them.</param>
    public static bool IsForAll(Work work, int features) => features > (work.Workers - 1) * Granularity;

    /// <summary>The worker's features.</summary>
    /// <param name="work">The worker.</param>
    /// <param name="features">All of them.</param>
    public static (int Start, int End) OfFeatures(Work work, int features) => work.Share(features, Granularity);
}
