using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Shuffles by Philox: a function of its seed and index alone, on every platform.</summary>
internal static class Permutation
{
    /// <summary>Streams of layers count from 1 and initialisation is layer 0.</summary>
    private const int ShuffleLayer = -1;

    /// <summary>Fills with 0, 1, … and shuffles (Fisher &amp; Yates, in Durstenfeld's form).</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="index">Which permutation: the epoch.</param>
    /// <param name="rows">Receives the permutation.</param>
    public static void Fill(long seed, long index, Span<int> rows)
    {
        for (int i = 0; i < rows.Length; i++)
            rows[i] = i;
        Shuffle(seed, index, rows);
    }

    /// <summary>Shuffles in place.</summary>
    public static void Shuffle(long seed, long index, Span<int> rows)
    {
        var stream = new RandomStream(seed, ShuffleLayer, index);
        for (int i = rows.Length - 1; i > 0; i--)
        {
            int other = RandomDeviates.Below(Philox.Word(stream, tensor: 0, (uint)i), i + 1);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }
    }
}
