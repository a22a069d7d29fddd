namespace ActGen.Runtime.Tests.Layers;

/// <summary>Sums over rows by their canonical order, in plain loops.</summary>
internal static class FeatureDefinition
{
    /// <summary>Chunks of 256 rows, each from +0 on, added in ascending order.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="add">A sum with what a row adds to it.</param>
    public static float Chunks(int rows, Func<float, int, float> add)
    {
        float? total = null;
        for (int start = 0; start < rows; start += 256)
        {
            float chunk = Enumerable.Range(start, Math.Min(256, rows - start)).Aggregate(0f, add);
            total = total is { } sum ? sum + chunk : chunk;
        }
        return total ?? 0;
    }
}
