using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Layers;

/// <summary>How a tensor starts.</summary>
/// <param name="Distribution">Shape of the distribution.</param>
/// <param name="Scale">Standard deviation, bound, value or gain, with 6 significant digits.</param>
internal sealed record Initialization(InitialDistribution Distribution, double Scale)
{
    private static readonly Initialization Zero = new(InitialDistribution.Constant, 0);

    /// <summary>The start of a weight matrix.</summary>
    /// <param name="initializer">As declared.</param>
    /// <param name="inputs">fan_in.</param>
    /// <param name="outputs">fan_out.</param>
    /// <param name="meanSquare">Predicted mean square of the layer's input; NaN or ∞ where there is none.</param>
    /// <param name="activation">The activation directly behind the layer, or null.</param>
    public static Initialization OfWeights(Initializer initializer, int inputs, int outputs, double meanSquare, LayerAnalysis? activation) => initializer switch
    {
        // A signal without a finite positive mean square gives no gain: LeCun's variance, as if it were 1.
        Initializer.Auto => Normal(1.0 / (inputs * (meanSquare is > 0 and < double.PositiveInfinity ? meanSquare : 1))),
        Initializer.He => Normal(2.0 / inputs),
        Initializer.HeUniform => Uniform(2.0 / inputs),
        Initializer.Glorot => Normal(2.0 / ((double)inputs + outputs)),
        Initializer.GlorotUniform => Uniform(2.0 / ((double)inputs + outputs)),
        Initializer.LeCun => Normal(1.0 / inputs),
        Initializer.LeCunUniform => Uniform(1.0 / inputs),
        Initializer.Orthogonal => new(InitialDistribution.Orthogonal, 1),
        Initializer.Zeros => Zero,
        Initializer.HeFanOut => Normal(2.0 / outputs),
        Initializer.HeFanOutUniform => Uniform(2.0 / outputs),
        Initializer.Normal => new(InitialDistribution.Normal, 1),
        Initializer.Uniform => new(InitialDistribution.Uniform, 1),
        Initializer.TruncatedNormal => new(InitialDistribution.TruncatedNormal, 1),
        Initializer.Ones => new(InitialDistribution.Constant, 1),
        Initializer.Identity => new(InitialDistribution.Identity, 1),
        Initializer.KaimingLike => Normal(TorchGain.Squared(activation?.Formula, [.. activation?.FormulaParameters ?? []]) / inputs),
        _ => new(InitialDistribution.Uniform, Quadrature.RoundToSixDigits(1 / Math.Sqrt(inputs))),
    };

    /// <summary>The start of a bias: zero, but as <c>torch.nn.Linear</c> has it with <see cref="Initializer.PyTorch"/>.</summary>
    public static Initialization OfBias(Initializer initializer, int inputs) =>
        initializer == Initializer.PyTorch ? new(InitialDistribution.Uniform, Quadrature.RoundToSixDigits(1 / Math.Sqrt(inputs))) : Zero;

    /// <summary>The same, multiplied by a factor.</summary>
    public Initialization Times(double factor) => factor == 1 ? this : this with { Scale = Quadrature.RoundToSixDigits(Scale * factor) };

    private static Initialization Normal(double variance) => new(InitialDistribution.Normal, Quadrature.RoundToSixDigits(Math.Sqrt(variance)));

    // A uniform distribution on ±a has variance a²/3.
    private static Initialization Uniform(double variance) => new(InitialDistribution.Uniform, Quadrature.RoundToSixDigits(Math.Sqrt(3 * variance)));
}

/// <summary>The gain that PyTorch multiplies into an initialiser for the activation that follows.</summary>
internal static class TorchGain
{
    private const string Formulas = "global::ActGen.Formulas.";

    /// <summary>Square of <c>torch.nn.init.calculate_gain</c>. Its constants for tanh, sigmoid and SELU are its own; those for linear,
    /// ReLU and leaky ReLU are 1/√E f², which serves the activations for which PyTorch raises an error too.</summary>
    /// <param name="formula">The activation, or null for none.</param>
    /// <param name="parameters">Its parameters.</param>
    public static double Squared(Formula? formula, double[] parameters)
    {
        switch (formula?.TypeName)
        {
            case null or Formulas + "Sigmoid":
                return 1;
            case Formulas + "Tanh":
                return 25.0 / 9;
            case Formulas + "SELU":
                return 9.0 / 16;
        }
        double meanSquare = FormulaAnalysis.Of(formula).MeanSquare(parameters);
        return meanSquare is > 0 and < double.PositiveInfinity ? 1 / meanSquare : 1;
    }
}
