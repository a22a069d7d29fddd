namespace ActGen.CompilerServices;

/// <summary>A <see cref="Precision"/> as a type, as the vector width is one: each kernel is compiled for its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPrecision
{
    /// <summary>Whether functions may trade their last digits for speed; a constant for the JIT. They stay fixed sequences of the same operations.</summary>
    static abstract bool IsFast { get; }
}

/// <summary><see cref="Precision.Accurate"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Accurate : IPrecision
{
    /// <inheritdoc/>
    public static bool IsFast
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }
}

/// <summary><see cref="Precision.Fast"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Fast : IPrecision
{
    /// <inheritdoc/>
    public static bool IsFast
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }
}
