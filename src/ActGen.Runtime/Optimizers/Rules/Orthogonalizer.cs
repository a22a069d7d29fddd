using ActGen.CompilerServices;

namespace ActGen;

/// <summary>UVᵀ of a matrix UΣVᵀ, roughly, by the quintic Newton–Schulz iteration of Muon: G = YᵀY, Y ← aY + Y(bG + cG²).</summary>
/// <remarks>Y is the matrix or its transpose, whichever is tall, so that G is small. Workers own rows of every product; each
/// element is one chain, so the bits do not depend on their number.</remarks>
internal sealed class Orthogonalizer
{
    // Jordan et al. 2024: the slope at 0 is as large as it can be while singular values stay within about 0.7 to 1.2.
    private const float A = 3.4445f, B = -4.7750f, C = 2.0315f;

    private readonly int _steps;
    private readonly AlignedBuffer _tall;
    private readonly AlignedBuffer _next;
    private readonly AlignedBuffer _gram;
    private readonly AlignedBuffer _polynomial;

    /// <summary>Scratch for the largest of some matrices.</summary>
    public Orthogonalizer(IReadOnlyList<ParameterInfo> matrices, int steps)
    {
        _steps = steps;
        int length = matrices.Select(static matrix => matrix.Length).DefaultIfEmpty().Max();
        int side = matrices.Select(static matrix => Math.Min(matrix.Shape[0], matrix.Shape[1])).DefaultIfEmpty().Max();
        _tall = new(length);
        _next = new(length);
        _gram = new(checked(side * side));
        _polynomial = new(side * side);
    }

    /// <summary>Replaces a matrix by its orthogonal factor. Every worker calls it; all have come here, and may not read the matrix before all have gone on.</summary>
    /// <param name="work">This worker.</param>
    /// <param name="matrix">rows × columns.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="norm">What to divide it by first: at least its largest singular value.</param>
    public void Run(Work work, Span<float> matrix, int rows, int columns, double norm)
    {
        bool isWide = rows < columns;
        (int tall, int side) = isWide ? (columns, rows) : (rows, columns);
        Span<float> y = _tall.Span[..matrix.Length], next = _next.Span[..matrix.Length];
        Span<float> gram = _gram.Span[..(side * side)], polynomial = _polynomial.Span[..(side * side)];
        (int first, int last) = work.Share(tall);
        (int firstOfSide, int lastOfSide) = work.Share(side);
        Range own = (first * side)..(last * side), ownOfSide = (firstOfSide * side)..(lastOfSide * side);

        // Transposing shares out the rows of the source, which are the columns of the result.
        if (isWide)
            Transpose<float>.Rows(matrix, side, tall, firstOfSide, lastOfSide, y);
        else
            matrix[own].CopyTo(y[own]);
        work.Synchronize();
        Quotient.Run(y[own], norm);
        work.Synchronize();
        for (int step = 0; step < _steps; step++)
        {
            Product.Run(y[firstOfSide..], rowStrideA: 1, stepStrideA: side, y, gram[ownOfSide], side, steps: tall);
            work.Synchronize();
            Product.Run(gram[ownOfSide], rowStrideA: side, stepStrideA: 1, gram, polynomial[ownOfSide], side, steps: side);
            Sum.Run(polynomial[ownOfSide], C, gram[ownOfSide], B);
            work.Synchronize();
            Product.Run(y[own], rowStrideA: side, stepStrideA: 1, polynomial, next[own], side, steps: side);
            Sum.Run(next[own], 1, y[own], A);
            work.Synchronize();
            Span<float> done = y;
            y = next;
            next = done;
        }
        if (isWide)
            Transpose<float>.Rows(y, tall, side, first, last, matrix);
        else
            y[own].CopyTo(matrix[own]);
        // The next matrix overwrites what other workers may still read here.
        work.Synchronize();
    }

    /// <summary>Some rows of A·B, whose columns are the short side.</summary>
    private readonly ref struct Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int columns, ProductShape shape) : IVectorKernel<float>
    {
        private readonly ReadOnlySpan<float> _a = a, _b = b;
        private readonly Span<float> _c = c;
        private readonly int _columns = columns;
        private readonly ProductShape _shape = shape;

        public static void Run(ReadOnlySpan<float> a, int rowStrideA, int stepStrideA, ReadOnlySpan<float> b, Span<float> c, int columns, int steps)
        {
            if (c.IsEmpty)
                return;
            Product kernel = new(a, b, c, columns, new(steps, rowStrideA, stepStrideA, columns, columns));
            FittingWidth.Run<Product, float>(ref kernel, columns);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        unsafe void IVectorKernel<float>.Run<TVector>()
        {
            StoreChain<float, TVector> store = default;
            fixed (float* a = _a, b = _b, c = _c)
                MatrixProduct<float, TVector>.Run(a, b, c, in _shape, _c.Length / _columns, _columns, in store);
        }
    }

    /// <summary>y ← y/norm, for every norm of floats: those above the largest float and below the smallest normal one too.</summary>
    private readonly ref struct Quotient(Span<float> values, float exponent, float divisor) : IVectorKernel<float>
    {
        private readonly Span<float> _values = values;
        private readonly float _exponent = exponent, _divisor = divisor;

        public static void Run(Span<float> values, double norm)
        {
            // The power of two first, exactly; what is left of the norm is in [1, 2). No quotient is above 1. Below the least float there are only zeros.
            norm = Math.Max(norm, float.Epsilon);
            int exponent = double.IsFinite(norm) ? double.ILogB(norm) : 0;
            Quotient kernel = new(values, -exponent, (float)double.ScaleB(norm, -exponent));
            VectorWidth.Run<Quotient, float>(ref kernel);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void IVectorKernel<float>.Run<TVector>() =>
            VectorLoop.Map<float, TVector, Map<TVector>>(_values, _values, new(TVector.Broadcast(_exponent), TVector.Broadcast(_divisor)));

        private readonly struct Map<TVector>(TVector exponent, TVector divisor) : IVectorMap<TVector>
            where TVector : unmanaged, ISimd<TVector>
        {
            private readonly TVector _exponent = exponent, _divisor = divisor;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public TVector Apply(TVector value) => TVector.ScaleByPowerOfTwo(value, _exponent) / _divisor;
        }
    }

    /// <summary>product ← p·product + q·other. Not in the product itself, whose last vectors of a row overlap.</summary>
    private readonly ref struct Sum(ReadOnlySpan<float> other, Span<float> product, float p, float q) : IVectorKernel<float>
    {
        private readonly ReadOnlySpan<float> _other = other;
        private readonly Span<float> _product = product;
        private readonly float _p = p, _q = q;

        public static void Run(Span<float> product, float p, ReadOnlySpan<float> other, float q)
        {
            Sum kernel = new(other, product, p, q);
            VectorWidth.Run<Sum, float>(ref kernel);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void IVectorKernel<float>.Run<TVector>() =>
            VectorLoop.Map<float, TVector, Map<TVector>>(_product, _other, _product, new(TVector.Broadcast(_p), TVector.Broadcast(_q)));

        private readonly struct Map<TVector>(TVector p, TVector q) : IVectorMap2<TVector>
            where TVector : unmanaged, ISimd<TVector>
        {
            private readonly TVector _p = p, _q = q;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public TVector Apply(TVector product, TVector other) => (_p * product) + (_q * other);
        }
    }
}
