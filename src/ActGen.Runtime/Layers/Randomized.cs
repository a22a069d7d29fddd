namespace ActGen.CompilerServices;

/// <summary>A formula of one parameter that training draws for each element: randomized leaky ReLU. Backward multiplies by the kept derivative.</summary>
/// <remarks>Workers own rows; an element's random word depends on its index in the whole batch only (rule 7 of the canonical orders),
/// so that shares change nothing.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Randomized<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Block = 1024;

    /// <summary>y = f(x; p) and f′(x; p), p = lower + (upper − lower)·(u32 + ½)/2³², rounded once; y may be x itself.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="random">Seed, layer and step.</param>
    /// <param name="lower">Lower bound of p.</param>
    /// <param name="upper">Upper bound of p.</param>
    /// <param name="input">x: rows × width.</param>
    /// <param name="output">y: rows × width.</param>
    /// <param name="derivative">f′: rows × width.</param>
    public static void Forward<TActivation>(Work work, RandomStream random, double lower, double upper, ReadOnlySpan<T> input, Span<T> output, Span<T> derivative)
        where TActivation : IActivation
    {
        Range own = RowShare.Elements(work, input.Length);
        ForwardKernel<TActivation> kernel = new()
        {
            Random = random,
            Lower = lower,
            Upper = upper,
            First = (uint)own.Start.Value,
            Input = input[own],
            Output = output[own],
            Derivative = derivative[own],
        };
        VectorWidth.Run<ForwardKernel<TActivation>, T>(ref kernel);
    }

    private ref struct ForwardKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        public RandomStream Random;
        public double Lower;
        public double Upper;
        public uint First;
        public ReadOnlySpan<T> Input;
        public Span<T> Output;
        public Span<T> Derivative;

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<T> drawn = stackalloc T[Block];
            Span<TVector> parameter = stackalloc TVector[1];
            for (int start = 0; start < Input.Length; start += Block)
            {
                int length = Math.Min(Block, Input.Length - start);
                Draw(First + (uint)start, drawn[..length]);
                ReadOnlySpan<T> x = Input.Slice(start, length);
                // The derivative first: y may overwrite x.
                VaryingLoop<T, TVector>.Map<ParametricDerivative<TActivation, TVector>>(x, Derivative.Slice(start, length), drawn, Block, mask: 1, parameter, default);
                VaryingLoop<T, TVector>.Map<ParametricForward<TActivation, TVector>>(x, Output.Slice(start, length), drawn, Block, mask: 1, parameter, default);
            }
        }

        private readonly void Draw(uint first, Span<T> drawn)
        {
            Philox.Words words = default;
            for (int i = 0; i < drawn.Length; i++)
            {
                uint element = first + (uint)i;
                if (i == 0 || (element & 3) == 0)
                    words = Philox.Block(Random, tensor: 0, element >> 2);
                drawn[i] = T.CreateTruncating(Lower + ((Upper - Lower) * RandomDeviates.Uniform(words[(int)(element & 3)])));
            }
        }
    }
}
