using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>A vector function, its exact value in double, and the accuracy that is promised for float.</summary>
/// <param name="name">Its name.</param>
/// <param name="promise">Largest error in ULP over all floats that docs/numerics.md allows.</param>
/// <param name="isMonotone">Whether it must never fall from one float to the next.</param>
/// <param name="isOdd">Whether f(−x) = −f(x), bit for bit.</param>
internal abstract class FunctionCase(string name, double promise, bool isMonotone, bool isOdd)
{
    public string Name => name;

    public double Promise => promise;

    public bool IsMonotone => isMonotone;

    public bool IsOdd => isOdd;

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
internal sealed class FunctionCase<TDefinition>(double promise, bool isMonotone = false, bool isOdd = false)
    : FunctionCase(typeof(TDefinition).Name, promise, isMonotone, isOdd)
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
