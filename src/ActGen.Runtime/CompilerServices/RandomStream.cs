namespace ActGen.CompilerServices;

/// <summary>Names one stream of the counter-based generator: Philox 4x32-10 with key (seed, layer) and counter (step, tensor, element / 4).</summary>
/// <param name="Seed">Seed of the network.</param>
/// <param name="Layer">Index of the layer, from 1.</param>
/// <param name="Step">Training step.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RandomStream(long Seed, int Layer, long Step);
