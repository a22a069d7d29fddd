namespace ActGen.Runtime.Tests.Networks;

/// <summary>Made data for tests.</summary>
internal static class Samples
{
    /// <summary>Numbers in [−1, 1) that depend on the seed alone.</summary>
    public static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = (random.NextSingle() * 2) - 1;
        return numbers;
    }

    /// <summary>Rows for <see cref="LinearClassifier"/>: the label is the index of the largest of the first three inputs.</summary>
    public static (float[] Inputs, int[] Labels) Classes(int rows, int seed)
    {
        float[] inputs = Numbers(rows * LinearClassifier.InputSize, seed);
        var labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> x = inputs.AsSpan(row * LinearClassifier.InputSize, LinearClassifier.OutputSize);
            labels[row] = x[0] >= x[1] && x[0] >= x[2] ? 0 : x[1] >= x[2] ? 1 : 2;
        }
        return (inputs, labels);
    }
}
