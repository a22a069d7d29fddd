namespace ActGen.Runtime.Tests.Layers;

/// <summary>Pools by their definitions in plain loops, on images whose positions lie row by row with their channels side by side.</summary>
/// <param name="Image">Rows and columns.</param>
/// <param name="Channels">Values of a position.</param>
/// <param name="Size">Rows and columns of the window.</param>
/// <param name="Stride">From one position of the window to the next.</param>
/// <param name="Padding">Added on each side.</param>
public sealed record PoolDefinition((int Rows, int Columns) Image, int Channels, (int Rows, int Columns) Size, (int Rows, int Columns) Stride, (int Rows, int Columns) Padding)
{
    public int InputSize => Image.Rows * Image.Columns * Channels;

    public int OutputSize => Positions.Rows * Positions.Columns * Channels;

    private (int Rows, int Columns) Positions => (((Image.Rows + (2 * Padding.Rows) - Size.Rows) / Stride.Rows) + 1, ((Image.Columns + (2 * Padding.Columns) - Size.Columns) / Stride.Columns) + 1);

    public float[] Max(float[] x) => [.. Windows().Select(window => window.Select(cell => x[cell]).Aggregate(float.NegativeInfinity, MathF.Max))];

    public float[] MaxGradient(float[] x, float[] g)
    {
        float[] y = Max(x), dx = new float[x.Length];
        foreach ((int output, int[] window) in Windows().Index())
        {
            int first = Array.FindIndex(window, cell => x[cell] == y[output]);
            foreach ((int i, int cell) in window.Index())
                dx[cell] += i == first ? g[output] : 0;
        }
        return dx;
    }

    /// <summary>For each output the number of the first cell of its window that equals it; the number of cells where none does.</summary>
    public float[] Places(float[] x)
    {
        float[] y = Max(x);
        return [.. Windows().Index().Select(window => Array.FindIndex(window.Item, cell => x[cell] == y[window.Index]) is >= 0 and int place ? place : window.Item.Length)];
    }

    public float[] Average(float[] x) => [.. Windows().Select(window => window.Aggregate(0f, (sum, cell) => sum + x[cell]) / (Size.Rows * Size.Columns))];

    public float[] AverageGradient(float[] g)
    {
        float[] dx = new float[InputSize];
        foreach ((int output, int[] window) in Windows().Index())
        {
            foreach (int cell in window)
                dx[cell] += g[output] / (Size.Rows * Size.Columns);
        }
        return dx;
    }

    /// <summary>For each output in storage order the cells of the image that it reads, in order of rows and columns.</summary>
    private IEnumerable<int[]> Windows()
    {
        for (int y = 0; y < Positions.Rows; y++)
        {
            for (int x = 0; x < Positions.Columns; x++)
            {
                for (int channel = 0; channel < Channels; channel++)
                {
                    int top = (y * Stride.Rows) - Padding.Rows, left = (x * Stride.Columns) - Padding.Columns, of = channel;
                    yield return
                    [
                        .. from row in Enumerable.Range(top, Size.Rows)
                           from column in Enumerable.Range(left, Size.Columns)
                           where row >= 0 && row < Image.Rows && column >= 0 && column < Image.Columns
                           select (((row * Image.Columns) + column) * Channels) + of,
                    ];
                }
            }
        }
    }
}
