using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Inverted dropout with a counter-based generator: the mask is recomputed in backward, never stored.</summary>
/// <remarks>Workers own rows; an element's random word depends on its index in the whole batch only (rule 11 of the
/// canonical orders), so that shares change nothing. Rate 0 is the identity bit for bit; rate 1 gives zeros.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dropout<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = x·keep/(1 − rate), keep = [u32 ≥ (uint)(rate·2³²)]; in place allowed.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="random">Seed, layer and step.</param>
    /// <param name="rate">Share of elements that become 0, from 0 to 1.</param>
    /// <param name="input">x: rows × width.</param>
    /// <param name="output">y: rows × width.</param>
    public static void Forward(Work work, RandomStream random, double rate, ReadOnlySpan<T> input, Span<T> output)
    {
        Range own = RowShare.Elements(work, input.Length);
        if (rate <= 0)
            input[own].CopyTo(output[own]);
        else if (rate >= 1)
            output[own].Clear();
        else
            Apply(random, rate, (uint)own.Start.Value, input[own], output[own]);
    }

    /// <summary>The same mask and scale on the gradient, in place.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="random">Seed, layer and step of the forward pass.</param>
    /// <param name="rate">The rate of the forward pass.</param>
    /// <param name="gradient">∂L/∂y: rows × width; overwritten with ∂L/∂x.</param>
    public static void Backward(Work work, RandomStream random, double rate, Span<T> gradient) => Forward(work, random, rate, gradient, gradient);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply(RandomStream random, double rate, uint first, ReadOnlySpan<T> input, Span<T> output)
    {
        uint threshold = (uint)(rate * 4294967296.0);
        T scale = T.CreateTruncating(1 / (1 - rate));
        ref T from = ref MemoryMarshal.GetReference(input), to = ref MemoryMarshal.GetReference(output);
        for (nint i = 0; i < input.Length;)
        {
            uint element = first + (uint)i;
            Philox.Words words = Philox.Block(random, tensor: 0, element >> 2);
            if ((element & 3) == 0 && input.Length - i >= 4)
            {
                Unsafe.Add(ref to, i) = words.Word0 >= threshold ? Unsafe.Add(ref from, i) * scale : T.Zero;
                Unsafe.Add(ref to, i + 1) = words.Word1 >= threshold ? Unsafe.Add(ref from, i + 1) * scale : T.Zero;
                Unsafe.Add(ref to, i + 2) = words.Word2 >= threshold ? Unsafe.Add(ref from, i + 2) * scale : T.Zero;
                Unsafe.Add(ref to, i + 3) = words.Word3 >= threshold ? Unsafe.Add(ref from, i + 3) * scale : T.Zero;
                i += 4;
            }
            else
            {
                Unsafe.Add(ref to, i) = words[(int)(element & 3)] >= threshold ? Unsafe.Add(ref from, i) * scale : T.Zero;
                i++;
            }
        }
    }
}
