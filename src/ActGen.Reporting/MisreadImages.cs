namespace ActGen.Reporting;

/// <summary>Finds the mistakes of which a network was surest.</summary>
internal static class MisreadImages
{
    public static IReadOnlyList<MisreadImage> Of<TNet>(TNet network, Dataset test, Dataset images, ConfusionMatrix matrix, int most)
        where TNet : INetwork<TNet>
    {
        var mistakes = new List<(int Row, int Predicted, float Probability)>();
        var probabilities = new float[NetworkExtensions.get_Summary<TNet>().OutputShape[^1]];
        for (int row = 0; row < test.Count; row++)
        {
            network.Predict(test.Features(row), probabilities);
            (int predicted, float probability) = Decision(probabilities);
            if (predicted != test.Label(row) && test.Label(row) >= 0)
                mistakes.Add((row, predicted, probability));
        }
        // The row breaks ties, so that the same network shows the same images.
        return
        [
            .. mistakes.OrderByDescending(mistake => mistake.Probability).ThenBy(mistake => mistake.Row).Take(most).Select(mistake => new MisreadImage(
                PictureOf(images, mistake.Row), matrix.Name(test.Label(mistake.Row)), matrix.Name(mistake.Predicted), mistake.Probability)),
        ];
    }

    /// <summary>The largest of several probabilities; of a single one whether it is at least ½.</summary>
    private static (int Class, float Probability) Decision(float[] probabilities)
    {
        if (probabilities.Length == 1)
            return probabilities[0] >= 0.5f ? (1, probabilities[0]) : (0, 1 - probabilities[0]);
        int largest = Array.IndexOf(probabilities, probabilities.Max());
        return (largest, probabilities[largest]);
    }

    private static Picture PictureOf(Dataset images, int row) =>
        new(images.Features(row), images.Shape.Count == 3 ? images.Shape[0] : 1, images.Shape[^2], images.Shape[^1]);
}
