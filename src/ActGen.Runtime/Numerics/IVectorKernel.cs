namespace ActGen.CompilerServices;

/// <summary>A loop written once for every vector width. Its arguments are its fields, so a kernel is usually a ref struct of spans.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Runs the whole loop. Implementations carry <see cref="MethodImplOptions.AggressiveOptimization"/>, or are inlined into what does: the default
    /// tiers run a fresh kernel about 15 times slower for its first 200 ms.</summary>
    /// <typeparam name="TVector">The width.</typeparam>
    void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>;
}
