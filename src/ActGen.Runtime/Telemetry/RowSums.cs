using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActGen;

/// <summary>Sum and sum of squares of one row, in double: element i is added to lane i mod 8, the lanes in ascending order at the end. The squares of floats are exact, so every machine gets the same bits.</summary>
/// <param name="Sum">Σx.</param>
/// <param name="Squares">Σx².</param>
internal readonly record struct RowSums(double Sum, double Squares)
{
    private const int Lanes = 8;

    public static RowSums Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> sums = stackalloc double[Lanes], squares = stackalloc double[Lanes];
        sums.Clear();
        squares.Clear();
        int i = 0;
        if (typeof(T) == typeof(float))
        {
            Vector512<double> sum = default, square = default;
            ref float first = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(values));
            for (; i <= values.Length - Lanes; i += Lanes)
            {
                Vector512<double> x = Widened(ref first, i);
                sum += x;
                square += x * x;
            }
            sum.CopyTo(sums);
            square.CopyTo(squares);
        }
        for (; i < values.Length; i++)
        {
            double x = double.CreateTruncating(values[i]);
            sums[i % Lanes] += x;
            squares[i % Lanes] += x * x;
        }
        return new(InOrder(sums), InOrder(squares));
    }

    /// <summary>All rows, ascending.</summary>
    public static (double Sum, double Squares) Total(ReadOnlySpan<RowSums> rows)
    {
        double sum = 0, squares = 0;
        foreach (RowSums row in rows)
        {
            sum += row.Sum;
            squares += row.Squares;
        }
        return (sum, squares);
    }

    /// <summary>Σ(after − before)² and Σ before².</summary>
    public static (double Change, double Size) Change(ReadOnlySpan<float> before, ReadOnlySpan<float> after)
    {
        Vector512<double> change = default, size = default;
        ref float old = ref MemoryMarshal.GetReference(before), now = ref MemoryMarshal.GetReference(after);
        int i = 0;
        for (; i <= before.Length - Lanes; i += Lanes)
        {
            Vector512<double> x = Widened(ref old, i), d = Widened(ref now, i) - x;
            change += d * d;
            size += x * x;
        }
        // Lane by lane: what Sum() adds first depends on the machine.
        double changes = 0, sizes = 0;
        for (int lane = 0; lane < Lanes; lane++)
        {
            changes += change[lane];
            sizes += size[lane];
        }
        for (; i < before.Length; i++)
        {
            double d = (double)after[i] - before[i];
            changes += d * d;
            sizes += (double)before[i] * before[i];
        }
        return (changes, sizes);
    }

    private static Vector512<double> Widened(ref float first, int i)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
        return Vector512.Create(low, high);
    }

    private static double InOrder(ReadOnlySpan<double> lanes)
    {
        double sum = 0;
        foreach (double lane in lanes)
            sum += lane;
        return sum;
    }
}
