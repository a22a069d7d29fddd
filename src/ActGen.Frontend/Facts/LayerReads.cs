namespace ActGen.Frontend.Facts;

/// <summary>In which order a layer wants the values of a row.</summary>
internal enum LayerReads
{
    /// <summary>Each value for itself: any order, which its output keeps.</summary>
    Any,

    /// <summary>The features of a position side by side: of what is declared channels-first, channels last.</summary>
    Features,

    /// <summary>As the shape is declared, axis by axis.</summary>
    Declared,
}
