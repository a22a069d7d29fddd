using System.Runtime.InteropServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>A formula or its derivative over spans.</summary>
/// <typeparam name="TFormula">The formula.</typeparam>
internal static class FormulaKernel<TFormula>
    where TFormula : IActivation
{
    /// <summary>destination[i] = f(source[i]) or f′(source[i]).</summary>
    /// <exception cref="ArgumentException">The spans do not fit together, or there are too many parameters.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ReadOnlySpan<float> source, Span<float> destination, ReadOnlySpan<float> parameters, bool isDerivative)
    {
        Check(parameters);
        destination = ElementwiseArguments.Destination(source, destination);
        if (TFormula.ParameterDefaults.Length == 0 && !isDerivative)
            VectorWidth.Run<PlainForward<float, TFormula>, float>(new(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination), source.Length));
        else
            RunGeneral(source, destination, parameters, isDerivative);
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
    private static void RunGeneral(ReadOnlySpan<float> source, Span<float> destination, ReadOnlySpan<float> parameters, bool isDerivative)
    {
        Span<float> values = stackalloc float[TFormula.ParameterDefaults.Length];
        Fill(parameters, values);
        General kernel = new() { Source = source, Destination = destination, Parameters = values, IsDerivative = isDerivative };
        VectorWidth.Run<General, float>(ref kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(ReadOnlySpan<float> parameters)
    {
        if (parameters.Length > TFormula.ParameterDefaults.Length)
            throw TooMany(TFormula.ParameterDefaults.Length, parameters.Length);
    }

    private static ArgumentException TooMany(int expected, int actual) =>
        new($"{Name(typeof(TFormula))} has {expected} parameter(s), but {actual} were given.", "parameters");

    private static string Name(Type formula) => formula.IsConstructedGenericType ? Name(formula.GenericTypeArguments[0]) : formula.Name;

    /// <summary>f or f′, with parameters.</summary>
    private ref struct General : IVectorKernel<float>
    {
        public ReadOnlySpan<float> Source;
        public Span<float> Destination;
        public ReadOnlySpan<float> Parameters;
        public bool IsDerivative;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, float>
        {
            // As many as the formula declares: a constant for the JIT.
            Span<TVector> vectors = stackalloc TVector[TFormula.ParameterDefaults.Length];
            ActivationLoop<float, TVector, TFormula>.Broadcast(Parameters, vectors);
            if (IsDerivative)
                VectorLoop.Map<float, TVector, ActivationDerivative<TFormula, TVector>>(Source, Destination, new(vectors));
            else
                VectorLoop.Map<float, TVector, ActivationForward<TFormula, TVector>>(Source, Destination, new(vectors));
        }
    }
}
