namespace ActGen.CompilerServices;

/// <summary>Philox 4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
/// (SC 2011): any element of any stream at once, in any order, on any thread.</summary>
/// <remarks>Key = (seed, layer), counter = (step low, step high, tensor, element / 4), word = element mod 4. A seed of more
/// than 32 bits folds its high half, spread by an odd constant, into the layer's word.</remarks>
internal static class Philox
{
    /// <summary>Four words for one counter and key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Words Block(uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = 0xD2511F53UL * counter0, product1 = 0xCD9E8D57UL * counter2;
            counter0 = (uint)(product1 >> 32) ^ counter1 ^ key0;
            counter2 = (uint)(product0 >> 32) ^ counter3 ^ key1;
            counter1 = (uint)product1;
            counter3 = (uint)product0;
            key0 += 0x9E3779B9;
            key1 += 0xBB67AE85;
        }

        return new Words(counter0, counter1, counter2, counter3);
    }

    /// <summary>The words of elements 4·<paramref name="quad"/> to 4·<paramref name="quad"/> + 3 of a stream.</summary>
    /// <param name="stream">Seed, layer and step.</param>
    /// <param name="tensor">Which tensor of the layer.</param>
    /// <param name="quad">Index of the element / 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Block(RandomStream stream, int tensor, uint quad) => Block(
        (uint)stream.Step,
        (uint)(stream.Step >> 32),
        (uint)tensor,
        quad,
        (uint)stream.Seed,
        (uint)stream.Layer ^ ((uint)(stream.Seed >> 32) * 0x9E3779B9));

    /// <summary>The word of one element of a stream.</summary>
    /// <param name="stream">Seed, layer and step.</param>
    /// <param name="tensor">Which tensor of the layer.</param>
    /// <param name="element">Index in storage order of the logical tensor.</param>
    public static uint Word(RandomStream stream, int tensor, uint element) => Block(stream, tensor, element >> 2)[(int)(element & 3)];

    /// <summary>Four random words.</summary>
    internal readonly record struct Words(uint Word0, uint Word1, uint Word2, uint Word3)
    {
        /// <summary>The word of an element by its index mod 4.</summary>
        public uint this[int index] => index switch
        {
            0 => Word0,
            1 => Word1,
            2 => Word2,
            _ => Word3,
        };
    }
}
