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
    public static void Run(ReadOnlySpan<float> source, Span<float> destination, ReadOnlySpan<float> parameters, bool isDerivative)
    {
        Span<float> values = stackalloc float[TFormula.ParameterDefaults.Length];
        Fill(parameters, values);
        destination = ElementwiseArguments.Destination(source, destination);
        FormulaKernel<TFormula> kernel = new(source, destination, values, isDerivative);
        VectorWidth.Run<FormulaKernel<TFormula>, float>(ref kernel);
    }

    /// <summary>All parameters of the formula: those given, then the defaults.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public static void Fill(ReadOnlySpan<float> parameters, Span<float> values)
    {
        ReadOnlySpan<double> defaults = TFormula.ParameterDefaults;
        if (parameters.Length > defaults.Length)
            throw new ArgumentException($"{Name(typeof(TFormula))} has {defaults.Length} parameter(s), but {parameters.Length} were given.", nameof(parameters));
        for (int i = 0; i < values.Length; i++)
            values[i] = i < parameters.Length ? parameters[i] : (float)defaults[i];
    }

    private static string Name(Type formula) => formula.IsConstructedGenericType ? Name(formula.GenericTypeArguments[0]) : formula.Name;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void IVectorKernel<float>.Run<TVector>()
    {
        // As many as the formula declares: a constant for the JIT, none for most.
        Span<TVector> vectors = stackalloc TVector[TFormula.ParameterDefaults.Length];
        ActivationLoop<float, TVector, TFormula>.Broadcast(_parameters, vectors);
        if (_isDerivative)
            VectorLoop.Map<float, TVector, ActivationDerivative<TFormula, TVector>>(_source, _destination, new(vectors));
        else
            VectorLoop.Map<float, TVector, ActivationForward<TFormula, TVector>>(_source, _destination, new(vectors));
    }
}
