namespace ActGen.CompilerServices;

/// <summary>What a pool makes of the cells of a window, channel by channel, and what of the gradient each cell gets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPoolFunction
{
    /// <summary>Whether backward reads x and y; a constant for the JIT.</summary>
    static abstract bool ReadsValues { get; }

    /// <summary>Of no cell.</summary>
    static abstract TVector Start<TVector>()
        where TVector : unmanaged, ISimd<TVector>;

    /// <summary>Of the first cell: as <see cref="Add"/> to none.</summary>
    static abstract TVector First<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>;

    /// <summary>With one cell more.</summary>
    static abstract TVector Add<TVector>(TVector result, TVector x)
        where TVector : unmanaged, ISimd<TVector>;

    /// <summary>y.</summary>
    /// <param name="result">Of all cells.</param>
    /// <param name="size">Cells of the window, those in the padding too.</param>
    static abstract TVector Finish<TVector>(TVector result, TVector size)
        where TVector : unmanaged, ISimd<TVector>;

    /// <summary>What there is to give to the cells of a window.</summary>
    /// <param name="gradient">∂L/∂y.</param>
    /// <param name="size">Cells of the window, those in the padding too.</param>
    static abstract TVector Share<TVector>(TVector gradient, TVector size)
        where TVector : unmanaged, ISimd<TVector>;

    /// <summary>What the next cell gets, in the order of rows and columns.</summary>
    /// <param name="left">What the cells before it left.</param>
    /// <param name="x">The cell, where values are read.</param>
    /// <param name="y">The window's value, where values are read.</param>
    static abstract TVector Taken<TVector>(TVector left, TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector>;

    /// <summary>What that cell leaves to those behind it.</summary>
    /// <param name="left">What the cells before it left.</param>
    /// <param name="x">The cell, where values are read.</param>
    /// <param name="y">The window's value, where values are read.</param>
    static abstract TVector Left<TVector>(TVector left, TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector>;
}
