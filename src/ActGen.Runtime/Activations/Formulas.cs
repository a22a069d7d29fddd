namespace ActGen;

/// <summary>The activations of the library, each declared as one formula. The compiler derives the rest as it does for a formula of yours.</summary>
public static partial class Formulas;
