namespace ActGen.CompilerServices;

/// <summary>A pool of f((x ∗ W + b) + 0) for some images. The values between lie in a few lines of scratch, and where no window reads them they are not computed.</summary>
internal ref struct PooledForwardKernel<T, TActivation, TPool> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
    where TPool : IPoolFunction
{
    // Bands stay in the first-level cache.
    private const int BandElements = 4096, Edge = 16;

    /// <summary>The convolution, without an output of its own.</summary>
    public ConvolutionForwardKernel<T, TActivation> Convolution;

    public PoolWindow Window;
    public Span<T> Output;

    /// <summary>As <see cref="Output"/>, or empty: see <see cref="PooledCells{T, TVector, TPool}"/>.</summary>
    public Span<T> Places;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int pooled = Window.OutputSize, images = Output.Length / pooled;
        bool activates = Convolution.ActivatesChains, isPlanar = activates && PooledPlanes<T, TPool>.Takes(in Convolution.Planar, in Window, TVector.Count);
        bool isPaired = activates && !Convolution.Planar.Is && PooledGroup<T, TVector, TActivation, TPool>.Takes(in Convolution.Shape, in Window);
        fixed (T* output = Output, places = Places)
        {
            for (int image = 0; image < images; image++)
            {
                ReadOnlySpan<T> source = Convolution.Source(image);
                T* values = output + ((nint)image * pooled), placesOfImage = places == null ? null : places + ((nint)image * pooled);
                if (isPlanar)
                {
                    PooledPlanes<T, TPool> planes = new(values, placesOfImage, Window.Horizontal.Positions, Window.Vertical.Positions);
                    Convolution.Planes<TVector, PooledPlanes<T, TPool>>(source, 0, Window.Vertical.Positions * Window.Vertical.Stride, in planes);
                }
                else if (isPaired)
                {
                    PooledGroup<T, TVector, TActivation, TPool> target = new(values, placesOfImage, Window.Horizontal.Positions, Window.Channels);
                    Convolution.Product<TVector, PooledGroup<T, TVector, TActivation, TPool>>(source, 0, Window.Vertical.Positions * Window.Vertical.Stride, Window.Horizontal.Positions * Window.Horizontal.Stride, in target);
                }
                else
                {
                    Bands<TVector>(source, values, placesOfImage);
                }
            }
        }
    }

    /// <summary>An image, some lines of windows at a time.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Bands<TVector>(ReadOnlySpan<T> source, T* output, T* places)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Span<TVector> parameters = stackalloc TVector[Convolution.Parameters.Length];
        ActivationLoop<T, TVector, TActivation>.Broadcast(Convolution.Parameters, parameters);
        PoolAxis vertical = Window.Vertical, horizontal = Window.Horizontal;
        int width = ((horizontal.Positions - 1) * horizontal.Stride) + horizontal.Size, line = width * Window.Channels;
        int most = Math.Max(1, ((BandElements / line) - vertical.Size) / vertical.Stride + 1), rowSize = horizontal.Positions * Window.Channels;
        T* cells = stackalloc T[((((Math.Min(most, vertical.Positions) - 1) * vertical.Stride) + vertical.Size) * line) + Edge];
        for (int first = 0; first < vertical.Positions; first += most)
        {
            int lines = Math.Min(most, vertical.Positions - first), height = ((lines - 1) * vertical.Stride) + vertical.Size;
            Convolution.Lines<TVector>(source, first * vertical.Stride, height, width, new Span<T>(cells, height * line), default, parameters);
            PooledCells<T, TVector, TPool>.Run(cells, line, in Window, lines, output + ((nint)first * rowSize), places == null ? null : places + ((nint)first * rowSize));
        }
    }
}
