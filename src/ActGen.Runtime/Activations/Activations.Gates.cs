using ActGen.CompilerServices;

namespace ActGen;

public static partial class Activations
{
    /// <summary>A gate over each row of two halves [a, b]: y = a ⊙ f(b). <see cref="GLU(ReadOnlySpan{float}, Span{float}, int)"/> with any formula.</summary>
    /// <typeparam name="TFormula">f.</typeparam>
    /// <param name="source">[a, b]: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y: rows × half of that; may not overlap <paramref name="source"/>.</param>
    /// <param name="rowLength">Elements of an input row, at least 2 and even.</param>
    /// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowLength"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="rowLength"/> is odd; <paramref name="source"/> is not a whole number of rows; <paramref name="destination"/> is too
    /// short or overlaps <paramref name="source"/>; there are more parameters than the formula has. Nothing was written.</exception>
    public static void Gated<TFormula>(ReadOnlySpan<float> source, Span<float> destination, int rowLength, params ReadOnlySpan<float> parameters)
        where TFormula : IActivation
    {
        Span<float> values = stackalloc float[TFormula.ParameterDefaults.Length];
        FormulaKernel<TFormula>.Fill(parameters, values);
        Work rows = RowArguments.Resized(source, ref destination, rowLength, parts: 2, outputs: 1);
        Gate<float>.Forward<TFormula>(rows, source, destination, values);
    }

    /// <summary>Gated linear unit of one row of two halves [a, b]: y = a ⊙ σ(b) (Dauphin et al. 2017). PyTorch's <c>glu</c>.</summary>
    /// <param name="source">[a, b]; an even number of elements.</param>
    /// <param name="destination">y: half as many; may not overlap <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> has an odd number of elements; <paramref name="destination"/> is too short or overlaps <paramref name="source"/>.</exception>
    public static void GLU(ReadOnlySpan<float> source, Span<float> destination) => GLU(source, destination, Math.Max(2, source.Length));

    /// <summary>Gated linear unit of each row.</summary>
    /// <inheritdoc cref="Gated{TFormula}(ReadOnlySpan{float}, Span{float}, int, ReadOnlySpan{float})" path="/exception"/>
    /// <param name="source">[a, b]: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y: rows × half of that; may not overlap <paramref name="source"/>.</param>
    /// <param name="rowLength">Elements of an input row, at least 2 and even.</param>
    public static void GLU(ReadOnlySpan<float> source, Span<float> destination, int rowLength) => Gated<Formulas.Sigmoid>(source, destination, rowLength);

    /// <summary>Concatenated ReLU of one row: [max(x, 0), max(−x, 0)] (Shang et al. 2016).</summary>
    /// <param name="source">x.</param>
    /// <param name="destination">y: twice as many; may not overlap <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short or overlaps <paramref name="source"/>.</exception>
    public static void CReLU(ReadOnlySpan<float> source, Span<float> destination) => CReLU(source, destination, Math.Max(1, source.Length));

    /// <summary>Concatenated ReLU of each row.</summary>
    /// <param name="source">x: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y: rows × twice that; may not overlap <paramref name="source"/>.</param>
    /// <param name="rowLength">Elements of an input row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowLength"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is not a whole number of rows; <paramref name="destination"/> is too short or overlaps <paramref name="source"/>.</exception>
    public static void CReLU(ReadOnlySpan<float> source, Span<float> destination, int rowLength)
    {
        Work rows = RowArguments.Resized(source, ref destination, rowLength, parts: 1, outputs: 2);
        Rowwise<float>.Forward<CReLU>(rows, source, destination);
    }

    /// <summary>Maxout of one row: yⱼ is the largest of the j-th elements of its <paramref name="pieces"/> equal parts (Goodfellow et al. 2013).</summary>
    /// <param name="source">x: a multiple of <paramref name="pieces"/>.</param>
    /// <param name="destination">y: as many as one part; may not overlap <paramref name="source"/>.</param>
    /// <param name="pieces">Number of parts, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pieces"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="pieces"/> does not divide the row; <paramref name="destination"/> is too short or overlaps <paramref name="source"/>.</exception>
    public static void Maxout(ReadOnlySpan<float> source, Span<float> destination, int pieces) => Maxout(source, destination, pieces, Math.Max(pieces, source.Length));

    /// <summary>Maxout of each row.</summary>
    /// <param name="source">x: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y: rows × <paramref name="rowLength"/>/<paramref name="pieces"/>; may not overlap <paramref name="source"/>.</param>
    /// <param name="pieces">Number of parts, at least 1.</param>
    /// <param name="rowLength">Elements of an input row: a multiple of <paramref name="pieces"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pieces"/> or <paramref name="rowLength"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="pieces"/> does not divide the row; <paramref name="source"/> is not a whole number of rows; <paramref name="destination"/> is
    /// too short or overlaps <paramref name="source"/>.</exception>
    public static void Maxout(ReadOnlySpan<float> source, Span<float> destination, int pieces, int rowLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 1);
        Work rows = RowArguments.Resized(source, ref destination, rowLength, pieces, outputs: 1);
        Rowwise<float>.Forward<Maxout>(rows, source, destination);
    }
}
