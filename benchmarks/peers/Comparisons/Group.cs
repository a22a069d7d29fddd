namespace ActGen.Peers.Comparisons;

/// <summary>Comparisons that belong together, made one after the other: what one holds is let go before the next one runs.</summary>
/// <param name="Name">Heading of their table.</param>
/// <param name="Members">Each makes the comparisons of one piece of work.</param>
internal sealed record Group(string Name, IEnumerable<Func<List<Comparison>>> Members)
{
    public static IReadOnlyList<Group> All { get; } =
    [
        new("Single rows", Inference.All()),
        new("Training steps", TrainingSteps.All()),
        new("Convolutions", Convolutions.All()),
        new("Recurrent layers", Recurrence.All()),
        new("Normalisation and pooling", Layers.All()),
        new("Matrix products", Products.All()),
        new("Two threads", [.. TrainingSteps.Threads(), .. Callers.All()]),
        new("Activations", Activations.All()),
    ];
}
