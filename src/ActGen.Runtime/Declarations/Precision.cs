namespace ActGen;

/// <summary>How exact an activation's functions are. Both are deterministic: the same bits at every vector width, batch and number of threads.</summary>
public enum Precision
{
    /// <summary>As exact as docs/numerics.md promises, down to the last digit of the negative tails.</summary>
    Accurate = 0,

    /// <summary>Faster, with a few more units in the last place; the bounds stand beside the others in docs/numerics.md. Formulas
    /// without exponentials compute the same bits as with <see cref="Accurate"/>.</summary>
    Fast = 1,
}
