using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics;

public sealed class PhiloxTests
{
    /// <summary>Known answers published with the generator (Random123, kat_vectors, "philox4x32 10").</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Gives_the_published_answers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal(new Philox.Words(w0, w1, w2, w3), Philox.Block(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void Streams_differ_in_every_part_of_their_name()
    {
        RandomStream stream = new(Seed: 5, Layer: 2, Step: 9);
        Philox.Words[] blocks =
        [
            Philox.Block(stream, 0, 0), Philox.Block(stream, 0, 1), Philox.Block(stream, 1, 0),
            Philox.Block(stream with { Seed = 6 }, 0, 0), Philox.Block(stream with { Seed = 5 + (1L << 32) }, 0, 0), Philox.Block(stream with { Seed = -5 }, 0, 0),
            Philox.Block(stream with { Layer = 3 }, 0, 0), Philox.Block(stream with { Step = 10 }, 0, 0), Philox.Block(stream with { Step = 9 + (1L << 32) }, 0, 0),
        ];
        Assert.Equal(blocks.Length, blocks.Distinct().Count());
    }

    [Fact]
    public void Key_and_counter_are_laid_out_as_documented() =>
        Assert.Equal(Philox.Block(9, 0, 4, 25, 5, 2)[3], Philox.Word(new RandomStream(Seed: 5, Layer: 2, Step: 9), tensor: 4, element: 103));
}
