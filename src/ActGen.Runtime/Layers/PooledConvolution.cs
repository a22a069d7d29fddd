namespace ActGen.CompilerServices;

/// <summary>A convolution, its activation and the pool directly behind it as one: what lies between is never stored. The bits are those of the two layers one after the other.</summary>
/// <remarks>For windows that share no cell and have no padding. Training keeps for each pooled value which cell it came from, instead of all cells: dz is 0 but in these. Workers share a pass as
/// in <see cref="Convolution{T}"/>.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PooledConvolution<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>p = the pool of y = f(x ∗ W + b).</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="shape">Sizes of the convolution.</param>
    /// <param name="window">The pool.</param>
    /// <param name="input">x: rows × height × width × channels.</param>
    /// <param name="weights">W: kernel rows × kernel columns × channels / groups × filters.</param>
    /// <param name="bias">b: filters, or empty.</param>
    /// <param name="output">p: rows × positions of the window × filters.</param>
    /// <param name="padded">As <see cref="Convolution{T}.Forward"/> has it.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="places">As <paramref name="output"/>, or empty: for each value the number of the cell of its window that it is the value of, by rows and columns.</param>
    public static void Forward<TActivation, TPool>(Work work, in ConvolutionShape shape, PoolWindow window, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, Span<T> padded = default, ReadOnlySpan<T> parameters = default, Span<T> places = default)
        where TActivation : IActivation
        where TPool : IPoolFunction
    {
        Range own = RowShare.Elements(work, output.Length);
        PooledForwardKernel<T, TActivation, TPool> kernel = new()
        {
            Convolution = new()
            {
                Shape = shape,
                Planar = PlanarShape.Forward(in shape, VectorWidth.Lanes<T>()),
                Input = input[RowShare.Elements(work, input.Length)],
                Weights = weights,
                Bias = bias,
                Padded = padded.Length > shape.Padded ? padded[RowShare.Elements(work, padded.Length)] : padded,
                Parameters = parameters,
            },
            Window = window,
            Output = output[own],
            Places = places.IsEmpty ? places : places[own],
        };
        if (kernel.Output.IsEmpty)
            return;
        if (shape.IsDepthwise)
            FittingWidth.Run<PooledForwardKernel<T, TActivation, TPool>, T>(ref kernel, shape.Filters);
        else if (kernel.Convolution.Planar.Is)
            VectorWidth.Run<PooledForwardKernel<T, TActivation, TPool>, T>(ref kernel);
        else
            CoveringWidth.Run<PooledForwardKernel<T, TActivation, TPool>, T>(ref kernel, shape.GroupFilters);
    }

    /// <summary>dz = ∂L/∂p · f′ at the cells that p came from, else 0;  dW = Σ xᵀ·dz over positions,  db = Σ dz,  dx = dz ∗ flipped Wᵀ. For the largest value of a window, and an activation whose
    /// derivative is read off its output.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="shape">Sizes of the convolution.</param>
    /// <param name="window">The pool.</param>
    /// <param name="input">x, or where forward had a place for padded images what it left there.</param>
    /// <param name="weights">W.</param>
    /// <param name="outputGradient">∂L/∂p; overwritten with dz of the cells that p came from.</param>
    /// <param name="places">What forward wrote.</param>
    /// <param name="weightGradient">dW; assigned.</param>
    /// <param name="biasGradient">db, or empty; assigned.</param>
    /// <param name="inputGradient">dx, or empty when nobody reads it; may not overlap <paramref name="outputGradient"/>.</param>
    /// <param name="flipped">Scratch for the flipped weights: as many as weights; empty exactly when <paramref name="inputGradient"/> is.</param>
    /// <param name="scratch">Scratch of this worker: dz of one image, and behind it, where <see cref="Convolution{T}.Backward"/> pads it, its padded copy.</param>
    /// <param name="keeps"><see cref="ActivationOperand.Output"/>, or <see cref="ActivationOperand.None"/> of the identity.</param>
    /// <param name="kept">p, or empty.</param>
    /// <param name="parameters">The formula's parameters.</param>
    public static void Backward<TActivation>(Work work, in ConvolutionShape shape, PoolWindow window, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, Span<T> outputGradient, ReadOnlySpan<T> places, Span<T> weightGradient, Span<T> biasGradient, Span<T> inputGradient, Span<T> flipped, Span<T> scratch, ActivationOperand keeps = ActivationOperand.None, ReadOnlySpan<T> kept = default, ReadOnlySpan<T> parameters = default)
        where TActivation : IActivation
    {
        if (work.Rows > 0)
            Elementwise<T>.OwnRows<TActivation>(work.PerPosition(window.OutputSize / window.Channels), outputGradient, keeps, kept, parameters, default);
        ConvolutionGradients<T> gradients = new()
        {
            Shape = shape,
            Input = input,
            Weights = weights,
            OutputGradient = outputGradient,
            Places = places,
            Window = window,
            WeightGradient = weightGradient,
            BiasGradient = biasGradient,
            InputGradient = inputGradient,
            Flipped = flipped,
            Padded = scratch[shape.Output..],
            Unpooled = scratch[..shape.Output],
        };
        gradients.Run(work);
    }
}
