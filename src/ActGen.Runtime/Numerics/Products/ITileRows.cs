namespace ActGen.CompilerServices;

/// <summary>A of a packed product, of which some rows are taken at a time: as they lie, or copied to where their steps follow each other.</summary>
internal unsafe interface ITileRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements that a copy takes: whole cache lines.</summary>
    /// <param name="rows">The most rows that are asked for.</param>
    /// <param name="steps">Steps.</param>
    nint Room(nint rows, nint steps);

    /// <summary>Some rows of some steps.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="rows">How many.</param>
    /// <param name="left">How many there are from the first one on: what may be read.</param>
    /// <param name="step">The first step.</param>
    /// <param name="shape">How many steps; takes the strides of what is returned.</param>
    /// <param name="memory">Room for a copy.</param>
    /// <returns>The first row at the first step.</returns>
    T* At(nint row, nint rows, nint left, nint step, ref ProductShape shape, T* memory);
}

/// <summary>A matrix whose rows are read as they lie.</summary>
/// <param name="a">The first row.</param>
internal readonly unsafe struct MatrixRows<T>(T* a) : ITileRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _a = a;

    public nint Room(nint rows, nint steps) => 0;

    public T* At(nint row, nint rows, nint left, nint step, ref ProductShape shape, T* memory) =>
        _a + (row * shape.RowStrideA) + (step * shape.StepStrideA);
}

/// <summary>A transposed matrix, whose rows are neighbours and whose steps are far apart: it is copied.</summary>
/// <param name="a">The first row.</param>
internal readonly unsafe struct TransposedRows<T, TVector>(T* a) : ITileRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private readonly T* _a = a;

    public nint Room(nint rows, nint steps) => steps * StepPanel<T, TVector>.Stride(rows);

    public T* At(nint row, nint rows, nint left, nint step, ref ProductShape shape, T* memory)
    {
        StepPanel<T, TVector>.Write(_a + row + (step * shape.StepStrideA), memory, shape.Steps, shape.StepStrideA, rows, left);
        shape = shape with { StepStrideA = StepPanel<T, TVector>.Stride(rows) };
        return memory;
    }
}
