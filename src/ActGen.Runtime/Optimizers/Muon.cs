namespace ActGen;

/// <summary>Muon (Jordan et al. 2024): descent along the orthogonalised momentum of each weight matrix: b ← μb + (1 − μ)g, u ← Newton–Schulz(μb + (1 − μ)g), θ ← (1 − γλ)θ − γ·s·u. PyTorch's <c>Muon</c>, in float where PyTorch computes u in bfloat16.</summary>
/// <remarks>It is defined for matrices: the weights of linear layers. All else (biases, what normalisations and activations learn) follows
/// <see cref="Others"/>, at that optimizer's own learning rate; a schedule scales both alike. PyTorch leaves the second optimizer to its user.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record Muon(double LearningRate = 1e-3) : Optimizer(LearningRate)
{
    /// <summary>μ, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Momentum { get; init => field = Setting.BelowOne(value); } = 0.95;

    /// <summary>Whether the step looks ahead: u is made of μb + (1 − μ)g; otherwise of b.</summary>
    public bool Nesterov { get; init; } = true;

    /// <summary>λ, decoupled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); } = 0.1;

    /// <summary>The least norm that a matrix is divided by before it is orthogonalised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double Epsilon { get; init => field = Setting.AboveZero(value); } = 1e-7;

    /// <summary>Newton–Schulz steps: with 5 the singular values end between about 0.7 and 1.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1.</exception>
    public int NewtonSchulzSteps { get; init => field = Setting.AtLeast(1, value); } = 5;

    /// <summary>s: how the step's length follows the shape of the matrix.</summary>
    public MuonScale Scale { get; init; }

    /// <summary>What moves all that is no weight matrix.</summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public AdamW Others { get; init => field = value ?? throw new ArgumentNullException(nameof(Others)); } = new();

    internal override UpdateRule CreateRule(ParameterLayout layout) => new MuonRule(layout, this);
}

/// <summary>How <see cref="Muon"/> scales a step; PyTorch's <c>adjust_lr_fn</c>.</summary>
public enum MuonScale
{
    /// <summary>√max(1, outputs/inputs): the rate of the original, to be tuned for itself.</summary>
    Original,

    /// <summary>0.2·√max(inputs, outputs): steps as large as AdamW's, whose learning rate and decay then carry over (Liu et al. 2025).</summary>
    MatchAdamW,
}
