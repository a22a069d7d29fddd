using ActGen;
using static ActGen.Functions;

namespace ActivationShootout;

/// <summary>The user's own: log-softplus error function, x · erf(ln(1 + eˣ)) (Nag, Bhattacharyya 2021, arXiv:2108.09598). One line; derivative, kernel, gain and this sample's table follow.</summary>
[ActivationFunction]
public readonly partial struct Serf
{
    /// <summary>f(x).</summary>
    /// <param name="x">The input.</param>
    public static float Formula(float x) => x * Erf(Softplus(x));
}
