namespace ActGen.CompilerServices;

/// <content>Many weights and short lines: one product of all cells, as <see cref="ConvolutionForwardKernel{T, TActivation}"/>.</content>
internal ref partial struct ConvolutionInputGradientKernel<T>
{
    /// <summary>Whether copying what cells read, and the flipped weights, is worth while.</summary>
    private readonly bool Packs<TVector>(int images)
        where TVector : unmanaged, ISimd<TVector, T> =>
        Shape.Groups == 1 && Shape.MayBePlanar && Places.IsEmpty && PositionRows<T>.Pays(Shape.Taps, Shape.Columns.Input, ProductRows<T, TVector>.Tall)
            && PackedColumns<T, TVector>.Pays(FlippedMatrix, images * Shape.Rows.Input * Shape.Columns.Input, Shape.Channels);

    /// <summary>The flipped weights as B of a product.</summary>
    private readonly ProductShape FlippedMatrix => new(Shape.Taps * Shape.Filters, 0, 1, Shape.Channels, Shape.Channels);

    /// <summary>dx of all images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Packed<TVector>(int images)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        ProductShape shape = FlippedMatrix;
        fixed (T* gradient = OutputGradient, flipped = Flipped, result = InputGradient)
        {
            PositionRows<T> cells = new(gradient, TapAxis.Back(Shape.Rows, AxisPhase.Of(Shape.Rows, 0)), TapAxis.Back(Shape.Columns, AxisPhase.Of(Shape.Columns, 0)), Shape.Filters);
            PanelColumns<T> channels = new(flipped, FlippedKernel<T>.Panels(in Shape), shape.Steps);
            StoreChain<T, TVector> store = default;
            PackedProduct<T, TVector>.Run(cells, channels, result, in shape, (nint)images * Shape.Rows.Input * Shape.Columns.Input, Shape.Channels, in store);
        }
    }
}
