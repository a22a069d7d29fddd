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
    public abstract long StatisticsPerRow { get; }

    /// <summary>Numbers that it keeps of the batch as a whole: what it subtracted and multiplied by, and sums of gradients that are no parameter's.</summary>
    public virtual long StatisticsPerBatch => 0;

    public override long ValuesPerBatch => StatisticsPerBatch;

    public override long ValuesAside => StatisticsPerRow;

    /// <summary>Rows that a training step must have.</summary>
    public virtual int LeastRows => 1;
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
    public override long StatisticsPerRow => (long)Input.Positions * (Centers ? 2 : 1);
}

/// <summary>Normalisation of each feature over the batch.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Scale">γ, one for each feature, or null.</param>
/// <param name="Shift">β, one for each feature, or null.</param>
/// <param name="Momentum">The share of a batch in the running averages.</param>
/// <param name="RunningMean">The average of the batches' means.</param>
/// <param name="RunningVariance">The average of their variances.</param>
internal sealed record PlannedBatchNorm(LayerPlace Place, double Epsilon, ParameterTensor? Scale, ParameterTensor? Shift, double Momentum, ParameterTensor RunningMean, ParameterTensor RunningVariance)
    : PlannedNormalization(Place, Epsilon, Scale, Shift)
{
    public override long StatisticsPerRow => 0;

    public override long StatisticsPerBatch => (long)Input.Features * (Scale is null ? 4 : 2);

    /// <summary>Two values of each feature have a variance.</summary>
    public override int LeastRows => Input.Positions > 1 ? 1 : 2;
}

/// <summary>Normalisation of groups of features over all positions of a row.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Scale">γ, one for each feature, or null.</param>
/// <param name="Shift">β, one for each feature, or null.</param>
/// <param name="Groups">How many groups there are.</param>
internal sealed record PlannedGroupNorm(LayerPlace Place, double Epsilon, ParameterTensor? Scale, ParameterTensor? Shift, int Groups)
    : PlannedNormalization(Place, Epsilon, Scale, Shift)
{
    public override long StatisticsPerRow => 4L * Input.Features;
}
