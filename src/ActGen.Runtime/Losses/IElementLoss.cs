namespace ActGen.CompilerServices;

/// <summary>A loss that is a mean over all elements: ℓ(x, t) and ∂ℓ/∂x, side by side.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementLoss
{
    /// <summary>ℓ.</summary>
    /// <param name="x">Outputs.</param>
    /// <param name="t">Targets.</param>
    /// <param name="setting">The loss's first setting (δ, weight of the positives); any value where there is none.</param>
    /// <param name="other">Its second one.</param>
    static abstract TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>;

    /// <summary>∂ℓ/∂x.</summary>
    /// <param name="x">Outputs.</param>
    /// <param name="t">Targets.</param>
    /// <param name="setting">As for the loss.</param>
    /// <param name="other">As for the loss.</param>
    static abstract TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>;
}
