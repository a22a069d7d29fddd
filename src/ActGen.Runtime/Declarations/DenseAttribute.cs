namespace ActGen;

/// <summary>Fully connected layer: y = x·W + b, W of shape [inputs, units]. On a sequence it applies at each time step.</summary>
/// <param name="units">Number of outputs, at least 1.</param>
public sealed class DenseAttribute(int units) : LayerAttribute
{
    /// <summary>Number of outputs.</summary>
    public int Units { get; } = units;

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weights start.</summary>
    public Initializer Init { get; set; } = Initializer.Auto;

    /// <summary>What the initial weights are multiplied by, finite: the gain of the initialisers that have one, the standard deviation of <see cref="Initializer.Normal"/>, the bound of <see cref="Initializer.Uniform"/>,
    /// the value of <see cref="Initializer.Ones"/>. Biases do not depend on it.</summary>
    public double InitScale { get; set; } = 1;
}

