namespace ActGen;

/// <summary>The parameters that an optimizer is made for.</summary>
/// <param name="Tensors">Name, shape and place of each tensor.</param>
/// <param name="Count">Elements of the flat buffer.</param>
internal sealed record ParameterLayout(IReadOnlyList<ParameterInfo> Tensors, int Count);
