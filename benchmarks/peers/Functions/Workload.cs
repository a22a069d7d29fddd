namespace ActGen.Peers.Functions;

/// <summary>One function in one direction, as ActGen and its peers compute it.</summary>
/// <param name="Name">What is computed; also the name of the libtorch operator.</param>
/// <param name="ActGen">On ActGen's kernels.</param>
/// <param name="Tensors">On <c>TensorPrimitives</c>, where it has the function.</param>
/// <param name="Fast">On ActGen's kernels at the precision that is chosen for speed.</param>
internal sealed record Workload(string Name, Action<Buffers> ActGen, Action<Buffers>? Tensors = null, Action<Buffers>? Fast = null)
{
    /// <summary>The operators of libtorch that together do the same.</summary>
    public string[] Torch { get; init; } = [Name];

    /// <summary>What the buffers must hold before the first call.</summary>
    public Action<Buffers>? Prepare { get; init; }

    /// <summary>The largest time per element that is wanted at 4,096 elements, in ns.</summary>
    public double? Mark { get; init; }

    /// <summary>The same at the precision that is chosen for speed.</summary>
    public double? FastMark { get; init; }
}
