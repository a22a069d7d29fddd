using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Every loss with every option, for networks of three outputs.</summary>
internal static class LossSpecs
{
    public static IReadOnlyList<LossSpec> All { get; } =
    [
        new CrossEntropySpec(),
        new CrossEntropySpec(LabelSmoothing: 0.1),
        new CrossEntropySpec(ClassWeights: [0.5, 2, 1.25]),
        new CrossEntropySpec(IgnoreIndex: 1),
        new CrossEntropySpec(LabelSmoothing: 0.2, ClassWeights: [0.5, 2, 1.25], IgnoreIndex: -1),
        new CrossEntropySpec(SoftTargets: true),
        new CrossEntropySpec(LabelSmoothing: 0.1, ClassWeights: [0.5, 2, 1.25], SoftTargets: true),
        new NLLSpec(),
        new NLLSpec(ClassWeights: [0.5, 2, 1.25]),
        new NLLSpec(IgnoreIndex: 2),
        new BCEWithLogitsSpec(),
        new BCEWithLogitsSpec(PositiveWeight: 2.5),
        new BCESpec(),
        new MSESpec(),
        new L1Spec(),
        new HuberSpec(),
        new HuberSpec(Delta: 0.25),
        new SmoothL1Spec(),
        new SmoothL1Spec(Beta: 0.25),
        new LogCoshSpec(),
        new MAPESpec(),
        new MSLESpec(),
        new BinaryFocalSpec(),
        new BinaryFocalSpec(Gamma: 0.5, Alpha: -1),
        new SoftMarginSpec(),
        new HingeSpec(),
        new HingeSpec(IsSquared: true),
        new HingeEmbeddingSpec(),
        new CosineSimilaritySpec(),
        new MultiLabelMarginSpec(),
        new TverskySpec(IsDice: true),
        new TverskySpec(0.25, 0.75),
        new KLDivSpec(),
        new KLDivSpec(LogTarget: true, BatchMean: true),
        new PoissonSpec(),
        new PoissonSpec(LogInput: false, Full: true),
        new GaussianSpec(),
        new GaussianSpec(Full: true, Epsilon: 0.5),
        new FocalSpec(),
        new FocalSpec(Gamma: 0.5, ClassWeights: [0.5, 2, 1.25]),
        new GeneralizedCrossEntropySpec(),
        new GeneralizedCrossEntropySpec(Q: 1, IgnoreIndex: 1),
        new MultiMarginSpec(),
        new MultiMarginSpec(Power: 2, Margin: 0.5, ClassWeights: [0.5, 2, 1.25]),
        new CategoricalHingeSpec(),
    ];

    /// <summary>The layer that gives a loss the kind of output it is defined for.</summary>
    public static IEnumerable<LayerSpec> Before(LossSpec loss) => loss switch
    {
        NLLSpec => [new LogSoftmaxSpec()],
        BCESpec or TverskySpec => [new ActivationSpec(ActivationDefinitions.Named("Sigmoid"))],
        KLDivSpec => [new LogSoftmaxSpec()],
        MSLESpec or PoissonSpec { LogInput: false } => [new ActivationSpec(ActivationDefinitions.Named("Softplus"))],
        _ => [],
    };
}
