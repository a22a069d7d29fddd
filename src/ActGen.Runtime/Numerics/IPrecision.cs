namespace ActGen.CompilerServices;

/// <summary>A <see cref="Precision"/> as a type, as the vector width is one: each kernel is compiled for its own. With <see cref="Fast"/> functions may trade their last digits for
/// speed; they stay fixed sequences of the same operations.</summary>
/// <remarks>Functions compare the type, not a property of it: that the JIT knows before it reads what depends on it, so that it reads one form of each function.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPrecision;

/// <summary><see cref="Precision.Accurate"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Accurate : IPrecision;

/// <summary><see cref="Precision.Fast"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Fast : IPrecision;
