using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Propagation;

/// <summary>What a function of the signal does at one scale of its input.</summary>
/// <param name="Output">Mean square of its values.</param>
/// <param name="Passed">By what it multiplies the mean square of the gradient.</param>
internal readonly record struct ScaleMoments(double Output, double Passed)
{
    /// <summary>The logarithm of how much larger the gradient in front of the function is at another scale.</summary>
    /// <param name="other">The function there.</param>
    /// <param name="response">Of the gradient behind the function to its values.</param>
    public double Change(ScaleMoments other, double response) =>
        (response == 0 ? 0 : response * RealMath.Log(other.Output / Output)) + RealMath.Log(other.Passed / Passed);
}
