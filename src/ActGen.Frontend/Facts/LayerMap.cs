namespace ActGen.Frontend.Facts;

/// <summary>How a layer's outputs depend on its inputs.</summary>
internal enum LayerMap
{
    /// <summary>Nobody knows: an unknown layer or formula, a learned parameter.</summary>
    Unknown,

    /// <summary>The values themselves, perhaps in another shape: dropout (at inference), the formula x, reshapes.</summary>
    Identity,

    /// <summary>a·x + b with numbers that are no weights: an affine formula, average pooling.</summary>
    Affine,

    /// <summary>x·W + b with trained weights.</summary>
    Weighted,

    /// <summary>Nothing that is affine: an activation, a maximum.</summary>
    Nonlinear,

    /// <summary>A product of two functions of x: gates, attention.</summary>
    Product,

    /// <summary>F(x) + x, F all that lies between here and the beginning of the residual block.</summary>
    Sum,
}
