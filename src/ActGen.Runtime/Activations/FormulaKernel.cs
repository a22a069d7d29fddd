using ActGen.CompilerServices;

namespace ActGen;

/// <summary>A formula or its derivative over spans.</summary>
/// <typeparam name="TFormula">The formula.</typeparam>
internal readonly ref struct FormulaKernel<TFormula> : IVectorKernel<float>
    where TFormula : IActivation
{
    private readonly ReadOnlySpan<float> _source;
    private readonly Span<float> _destination;
    private readonly ReadOnlySpan<float> _parameters;
    private readonly bool _isDerivative;

    private FormulaKernel(ReadOnlySpan<float> source, Span<float> destination, ReadOnlySpan<float> parameters, bool isDerivative)
    {
        _source = source;
        _destination = destination;
        _parameters = parameters;
        _isDerivative = isDerivative;
    }

    /// <summary>destination[i] = f(source[i]) or f′(source[i]).</summary>
    /// <exception cref="ArgumentException">The spans do not fit together, or there are too many parameters.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ReadOnlySpan<float> source, Span<float> destination, ReadOnlySpan<float> parameters, bool isDerivative)
    {
        Check(parameters);
        destination = ElementwiseArguments.Destination(source, destination);
        // A constant for the JIT: most formulas need no memory for parameters.
        if (TFormula.ParameterDefaults.Length == 0)
            Run(new(source, destination, [], isDerivative));
        else
            RunWithParameters(source, destination, parameters, isDerivative);
    }

    /// <summary>All parameters of the formula: those given, then the defaults.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public static void Fill(ReadOnlySpan<float> parameters, Span<float> values)
    {
        Check(parameters);
        ReadOnlySpan<double> defaults = TFormula.ParameterDefaults;
        for (int i = 0; i < values.Length; i++)
            values[i] = i < parameters.Length ? parameters[i] : (float)defaults[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunWithParameters(ReadOnlySpan<float> source, Span<float> destination, ReadOnlySpan<float> parameters, bool isDerivative)
    {
        Span<float> values = stackalloc float[TFormula.ParameterDefaults.Length];
        Fill(parameters, values);
        Run(new(source, destination, values, isDerivative));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run(FormulaKernel<TFormula> kernel) => VectorWidth.Run<FormulaKernel<TFormula>, float>(ref kernel);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(ReadOnlySpan<float> parameters)
    {
        if (parameters.Length > TFormula.ParameterDefaults.Length)
            throw TooMany(TFormula.ParameterDefaults.Length, parameters.Length);
    }

    private static ArgumentException TooMany(int expected, int actual) =>
        new($"{Name(typeof(TFormula))} has {expected} parameter(s), but {actual} were given.", "parameters");

    private static string Name(Type formula) => formula.IsConstructedGenericType ? Name(formula.GenericTypeArguments[0]) : formula.Name;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IVectorKernel<float>.Run<TVector>()
    {
        if (TFormula.ParameterDefaults.Length == 0)
            Map<TVector>([]);
        else
            Broadcast<TVector>();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Broadcast<TVector>()
        where TVector : unmanaged, ISimd<TVector, float>
    {
        Span<TVector> vectors = stackalloc TVector[TFormula.ParameterDefaults.Length];
        ActivationLoop<float, TVector, TFormula>.Broadcast(_parameters, vectors);
        Map<TVector>(vectors);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Map<TVector>(ReadOnlySpan<TVector> parameters)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        if (_isDerivative)
            VectorLoop.Map<float, TVector, ActivationDerivative<TFormula, TVector>>(_source, _destination, new(parameters));
        else
            VectorLoop.MapAlone<float, TVector, ActivationForward<TFormula, TVector>>(_source, _destination, new(parameters));
    }
}
