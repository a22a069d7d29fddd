namespace ActGen.CompilerServices;

/// <summary>B of a packed product, whose columns a tile reads before they are copied.</summary>
internal unsafe interface IBlockColumns<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Some columns.</summary>
    /// <param name="column">The first one: a multiple of two vectors.</param>
    /// <param name="step">The first step.</param>
    /// <param name="stride">From a step to the next one.</param>
    T* At(nint column, nint step, out nint stride);
}

/// <summary>A matrix.</summary>
/// <param name="b">The first row.</param>
/// <param name="stride">From a row to the next one.</param>
internal readonly unsafe struct MatrixColumns<T>(T* b, nint stride) : IBlockColumns<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _b = b;
    private readonly nint _stride = stride;

    public T* At(nint column, nint step, out nint stride)
    {
        stride = _stride;
        return _b + (step * stride) + column;
    }
}

/// <summary>A matrix cut into panels, each a matrix of its own.</summary>
/// <param name="b">The first panel.</param>
/// <param name="panels">The columns of each, a multiple of what a tile takes.</param>
/// <param name="steps">Rows of a panel.</param>
internal readonly unsafe struct PanelColumns<T>(T* b, ColumnPanels panels, nint steps) : IBlockColumns<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _b = b;
    private readonly ColumnPanels _panels = panels;
    private readonly nint _steps = steps;

    public T* At(nint column, nint step, out nint stride)
    {
        (int start, int end) = _panels.At(Math.Min((int)column / _panels.Width, _panels.Count - 1));
        stride = end - start;
        return _b + (start * _steps) + (step * stride) + (column - start);
    }
}
