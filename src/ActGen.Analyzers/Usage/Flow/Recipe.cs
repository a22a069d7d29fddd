namespace ActGen.Analyzers.Usage.Flow;

/// <summary>How numbers were computed, where their meaning does not say it and a rule asks.</summary>
internal enum Recipe
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>New memory, or a sum that begins at 0. Joined with anything it is that: nobody evaluates a loss on the zeros before the loop.</summary>
    Unwritten,

    /// <summary>Elements, arguments, sums and products of them: nothing keeps them small.</summary>
    Plain,

    /// <summary>A difference, perhaps to the maximum.</summary>
    Difference,

    /// <summary>eˣ in float of something plain.</summary>
    Exponential,

    /// <summary>eˣ in float of a difference.</summary>
    ExponentialOfDifference,

    /// <summary>eˣ in double, which overflows at 709 only.</summary>
    WideExponential,

    /// <summary>Σ eˣ, x plain.</summary>
    SumOfExponentials,

    /// <summary>1 + eˣ.</summary>
    OnePlusExponential,

    /// <summary>1 − p.</summary>
    Complement,

    /// <summary>−p of a probability.</summary>
    NegatedShare,

    /// <summary>eˣ of a probability or its negation, which stays near 1.</summary>
    ExponentialOfShare,

    /// <summary>1 + that.</summary>
    OnePlusExponentialOfShare,
}
