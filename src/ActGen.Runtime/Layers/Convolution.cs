namespace ActGen.CompilerServices;

/// <summary>The convolution with its activation fused in. Images lie channels-last; rows of the work are images.</summary>
/// <remarks>How workers share a pass: as in <see cref="Dense{T}"/>. A worker writes only its own images of y, kept, padded copies, dz and dx, and its own part of dW, db and of the flipped weights. Backward reads
/// dz and the images of all rows (for dW) and all flipped weights (for dx), so workers meet after these are written.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Convolution<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x ∗ W + b).</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="input">x: rows × height × width × channels.</param>
    /// <param name="weights">W: kernel rows × kernel columns × channels / groups × filters.</param>
    /// <param name="bias">b: filters, or empty.</param>
    /// <param name="output">y: rows × height × width × filters.</param>
    /// <param name="padded">Where cells outside the image are read, and the convolution is not depthwise: scratch of this worker for one padded image; in training, a place for each row, which backward reads. Else empty.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="keeps">What training keeps besides y: <see cref="ActivationOperand.Derivative"/> or <see cref="ActivationOperand.Input"/> go into <paramref name="kept"/>.</param>
    /// <param name="kept">As <paramref name="output"/>, or empty.</param>
    public static void Forward<TActivation>(Work work, in ConvolutionShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, Span<T> padded = default, ReadOnlySpan<T> parameters = default, ActivationOperand keeps = ActivationOperand.None, Span<T> kept = default)
        where TActivation : IActivation
    {
        Range own = RowShare.Elements(work, output.Length);
        ConvolutionForwardKernel<T, TActivation> kernel = new()
        {
            Shape = shape,
            Planar = PlanarShape.Forward(in shape, VectorWidth.Lanes<T>()),
            Input = input[RowShare.Elements(work, input.Length)],
            Weights = weights,
            Bias = bias,
            Output = output[own],
            Padded = padded.Length > shape.Padded ? padded[RowShare.Elements(work, padded.Length)] : padded,
            Parameters = parameters,
            Keeps = keeps,
            Kept = kept.IsEmpty ? kept : kept[own],
        };
        if (kernel.Output.IsEmpty)
            return;
        if (shape.IsDepthwise)
            FittingWidth.Run<ConvolutionForwardKernel<T, TActivation>, T>(ref kernel, shape.Filters);
        else if (kernel.Planar.Is)
            VectorWidth.Run<ConvolutionForwardKernel<T, TActivation>, T>(ref kernel);
        else
            CoveringWidth.Run<ConvolutionForwardKernel<T, TActivation>, T>(ref kernel, shape.GroupFilters);
    }

    /// <summary>dz = ∂L/∂y · f′;  dW = Σ xᵀ·dz over positions,  db = Σ dz,  dx = dz ∗ flipped Wᵀ.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="input">x, or where forward had a place for padded images what it left there.</param>
    /// <param name="weights">W.</param>
    /// <param name="outputGradient">∂L/∂y; overwritten with dz.</param>
    /// <param name="weightGradient">dW; assigned.</param>
    /// <param name="biasGradient">db, or empty; assigned.</param>
    /// <param name="inputGradient">dx, or empty when nobody reads it; may not overlap <paramref name="outputGradient"/>.</param>
    /// <param name="flipped">Scratch for the flipped weights: as many as weights; empty exactly when <paramref name="inputGradient"/> is.</param>
    /// <param name="padded">Scratch of this worker for the padded gradient of one image, where cells outside it are read, and the convolution is not depthwise.</param>
    /// <param name="keeps">What <paramref name="kept"/> holds.</param>
    /// <param name="kept">y, f′ or the pre-activation; empty for <see cref="ActivationOperand.None"/>.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="parameterGradient">One element per parameter of the formula, or empty; assigned for all parameters.</param>
    /// <param name="rowSums">Scratch: positions of all rows × parameters where there is a <paramref name="parameterGradient"/>.</param>
    public static void Backward<TActivation>(Work work, in ConvolutionShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, Span<T> outputGradient, Span<T> weightGradient, Span<T> biasGradient, Span<T> inputGradient, Span<T> flipped, Span<T> padded = default, ActivationOperand keeps = ActivationOperand.None, ReadOnlySpan<T> kept = default, ReadOnlySpan<T> parameters = default, Span<T> parameterGradient = default, Span<T> rowSums = default)
        where TActivation : IActivation
    {
        Work positions = work.PerPosition(shape.Positions);
        if (work.Rows > 0)
            Elementwise<T>.OwnRows<TActivation>(positions, outputGradient, keeps, kept, parameters, rowSums);
        ConvolutionGradients<T> gradients = new()
        {
            Shape = shape,
            Input = input,
            Weights = weights,
            OutputGradient = outputGradient,
            WeightGradient = weightGradient,
            BiasGradient = biasGradient,
            InputGradient = inputGradient,
            Flipped = flipped,
            Padded = padded,
        };
        gradients.Run(work);
        if (work.Worker == 0)
            RowSum<T>.Assign(positions.Rows, rowSums, parameterGradient);
    }
}
