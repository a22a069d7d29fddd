namespace ActGen.Frontend.Facts;

/// <summary>Over what a layer normalises, which resets the scale of the signal.</summary>
internal enum NormalizedOver
{
    None,

    /// <summary>Over the batch: each unit loses its mean, and with it the bias before.</summary>
    Batch,

    /// <summary>Over the units of one row.</summary>
    Row,
}
