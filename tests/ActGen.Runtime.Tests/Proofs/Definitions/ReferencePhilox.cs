namespace ActGen.Runtime.Tests.Proofs.Definitions;

/// <summary>Philox 4x32-10 as its paper writes it (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011).</summary>
internal static class ReferencePhilox
{
    /// <summary>The block of four words for one counter and key.</summary>
    public static uint[] Block(uint[] counter, uint[] key)
    {
        uint[] c = [.. counter], k = [.. key];
        for (int round = 0; round < 10; round++)
        {
            ulong first = 0xD2511F53UL * c[0], second = 0xCD9E8D57UL * c[2];
            c = [(uint)(second >> 32) ^ c[1] ^ k[0], (uint)second, (uint)(first >> 32) ^ c[3] ^ k[1], (uint)first];
            k = [unchecked(k[0] + 0x9E3779B9u), unchecked(k[1] + 0xBB67AE85u)];
        }
        return c;
    }

    /// <summary>The word of one element of a tensor: key (seed, layer), counter (step, tensor, element / 4), word element mod 4;
    /// a seed beyond 32 bits folds its high half into the layer's word by an odd constant.</summary>
    public static uint Element(long seed, int layer, long step, int tensor, int element)
    {
        uint folded = unchecked((uint)(seed >> 32) * 0x9E3779B9u);
        return Block([(uint)step, (uint)(step >> 32), (uint)tensor, (uint)(element >> 2)], [(uint)seed, (uint)layer ^ folded])[element & 3];
    }
}
