using ActGen.CompilerServices;
using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>Matrix products: a dense layer without bias and activation against the best native library.</summary>
internal static unsafe class Products
{
    public static IEnumerable<Func<List<Comparison>>> All() =>
    [
        () => Of(32, 784, 128, 0.95, 0.98),
        () => Of(64, 784, 128, 0.95, 0.98),
        () => Of(256, 512, 512, 0.95, 0.98),
        () => Of(64, 64, 64, 0.95, 0.98),
        () => Of(256, 784, 100, 0.90, 0.98),
        () => Of(256, 256, 256, 0.95, 0.95),
        () => Of(512, 512, 512, 0.95, 0.95),
        () => Of(1024, 1024, 1024, 0.92, 0.95),
        () => Of(2048, 2048, 2048, 0.90, 0.95),
        () => Of(64, 2048, 2048, 0.90, 0.95),
    ];

    private static List<Comparison> Of(int rows, int inner, int columns, double shareOfPeak, double ratio)
    {
        float* a = Batch.Allocate(rows * inner), b = Batch.Allocate(inner * columns), c = Batch.Allocate(rows * columns);
        Random random = new(1);
        for (int i = 0; i < rows * inner; i++)
            a[i] = random.NextSingle() - 0.5f;
        for (int i = 0; i < inner * columns; i++)
            b[i] = random.NextSingle() - 0.5f;
        string name = $"product {rows}×{inner}×{columns}";
        double operations = 2.0 * rows * inner * columns;
        List<Comparison> comparisons = [];
        if (Blas.HasOneDnn)
            comparisons.Add(new(name, "oneDNN", Ours, times => Repeat(times, &Blas.OneDnnMultiply), ratio) { Operations = operations, LeastShareOfPeak = shareOfPeak });
        if (Blas.HasOpenBlas)
            comparisons.Add(new(name, "OpenBLAS", Ours, times => Repeat(times, &Blas.OpenBlasMultiply), ratio) { Operations = operations });

        return comparisons;

        void Ours(int times)
        {
            for (int i = 0; i < times; i++)
                Dense<float>.Forward<Formulas.Identity>(new Work(rows), new(a, rows * inner), new(b, inner * columns), default, new(c, rows * columns));
        }

        void Repeat(int times, delegate*<float*, float*, float*, int, int, int, void> multiply)
        {
            for (int i = 0; i < times; i++)
                multiply(a, b, c, rows, inner, columns);
        }
    }
}
