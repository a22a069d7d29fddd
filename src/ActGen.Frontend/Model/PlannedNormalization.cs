namespace ActGen.Frontend.Model;

/// <summary>y = x̂·γ + β, x̂ = (x − m)/√(v + ε) with mean and variance of some of the values.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Scale">γ, one for each feature, or null.</param>
/// <param name="Shift">β, one for each feature, or null.</param>
internal abstract record PlannedNormalization(LayerPlace Place, double Epsilon, ParameterTensor? Scale, ParameterTensor? Shift) : PlannedLayer(Place)
{
    public override IEnumerable<ParameterTensor> Tensors => new[] { Scale, Shift }.OfType<ParameterTensor>();

    /// <summary>x: with m and 1/√(v + ε), which are two numbers for many values, it gives x̂ again.</summary>
    public override Calculus.Operand Keeps => Calculus.Operand.Input;

    /// <summary>Numbers for each row of the batch that training keeps beside x.</summary>
    public abstract int StatisticsPerRow { get; }
}

/// <summary>Normalisation of the features of each position for themselves.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Scale">γ, one for each feature, or null.</param>
/// <param name="Shift">β, one for each feature, or null.</param>
/// <param name="Centers">Whether m is the mean; otherwise it is 0, and v the mean square.</param>
internal sealed record PlannedRowNormalization(LayerPlace Place, double Epsilon, ParameterTensor? Scale, ParameterTensor? Shift, bool Centers)
    : PlannedNormalization(Place, Epsilon, Scale, Shift)
{
    public override int StatisticsPerRow => Input.Positions * (Centers ? 2 : 1);
}
