using ActGen.CompilerServices;

namespace ActGen;

/// <summary>What an optimizer does to one vector of parameters: its equations, once for every width. The fields are the scalars of
/// the update, computed in double and rounded once.</summary>
internal interface IParameterStep
{
    /// <summary>How many numbers are kept for each parameter, 0 to 3: a constant for the JIT.</summary>
    static abstract int Kept { get; }

    /// <summary>The new parameters.</summary>
    /// <param name="θ">The parameters, already shrunk where weight decay is decoupled.</param>
    /// <param name="g">Their gradients, λθ already added where weight decay is not decoupled.</param>
    /// <param name="first">The first of what the rule keeps for each parameter; assigned. What is kept is flushed below 2⁻¹²⁶ when it
    /// is stored, what this step computes with is not: a flushed second moment would be a division by 0 where ε is.</param>
    /// <param name="second">The second, where there is one.</param>
    /// <param name="third">The third, where there is one.</param>
    TVector Apply<TVector>(TVector θ, TVector g, ref TVector first, ref TVector second, ref TVector third)
        where TVector : unmanaged, ISimd<TVector, float>;
}
