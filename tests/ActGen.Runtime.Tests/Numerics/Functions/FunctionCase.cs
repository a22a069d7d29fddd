using ActGen.CompilerServices;
using ActGen.Ulp;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>A vector function and its exact value in double; what is promised of it is what tools/ulp says.</summary>
/// <param name="name">Its name.</param>
internal abstract class FunctionCase(string name)
{
    private readonly Subject _subject = Subjects.Of(char.ToLowerInvariant(name[0]) + name[1..]);

    public string Name => name;

    public double Promise => _subject.Promise;

    public bool IsMonotone => _subject.IsMonotone;

    public bool IsOdd => _subject.IsOdd;

    /// <summary>The function in double, good to far better than a ULP of float.</summary>
    public abstract double Exact(double x);

    /// <summary>The kernel at one width.</summary>
    public abstract void Apply<T, TVector>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>;

    /// <summary>The kernel on the widest vectors that exist, emulated or not.</summary>
    public float[] Apply(ReadOnlySpan<float> source)
    {
        float[] destination = new float[source.Length];
        Apply<float, Simd512<float>>(source, destination);
        return destination;
    }

    public override string ToString() => name;
}

/// <summary>What differs between the functions.</summary>
internal interface IFunctionDefinition
{
    static abstract TVector Kernel<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>;

    static abstract double Exact(double x);
}

/// <inheritdoc/>
internal sealed class FunctionCase<TDefinition>() : FunctionCase(typeof(TDefinition).Name)
    where TDefinition : struct, IFunctionDefinition
{
    public override double Exact(double x) => TDefinition.Exact(x);

    public override void Apply<T, TVector>(ReadOnlySpan<T> source, Span<T> destination) =>
        VectorLoop.Map<T, TVector, Map<TVector>>(source, destination, default);

    private readonly struct Map<TVector> : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        public TVector Apply(TVector x) => TDefinition.Kernel(x);
    }
}
