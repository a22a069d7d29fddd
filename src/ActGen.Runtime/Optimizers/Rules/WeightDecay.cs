using ActGen.CompilerServices;

namespace ActGen;

/// <summary>How parameters are drawn towards 0.</summary>
/// <param name="Rate">λ.</param>
/// <param name="IsDecoupled">Whether θ is multiplied by 1 − γλ before the step (Loshchilov &amp; Hutter 2019); otherwise λθ is added to the gradient.</param>
internal readonly record struct WeightDecay(double Rate, bool IsDecoupled = false);

/// <summary>A kind of weight decay as a type: a sweep without decay does not pay for it.</summary>
internal interface IDecay
{
    /// <summary>Changes parameters or gradients before the step.</summary>
    static abstract void Apply<TVector>(ref TVector θ, ref TVector g, TVector decay)
        where TVector : unmanaged, ISimd<TVector, float>;
}

/// <summary>The kinds.</summary>
internal static class Decay
{
    internal readonly struct None : IDecay
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TVector>(ref TVector θ, ref TVector g, TVector decay)
            where TVector : unmanaged, ISimd<TVector, float>
        {
        }
    }

    /// <summary>g + λθ.</summary>
    internal readonly struct OfGradient : IDecay
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TVector>(ref TVector θ, ref TVector g, TVector decay)
            where TVector : unmanaged, ISimd<TVector, float> => g += decay * θ;
    }

    /// <summary>(1 − γλ)θ.</summary>
    internal readonly struct OfParameters : IDecay
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TVector>(ref TVector θ, ref TVector g, TVector decay)
            where TVector : unmanaged, ISimd<TVector, float> => θ *= decay;
    }
}
