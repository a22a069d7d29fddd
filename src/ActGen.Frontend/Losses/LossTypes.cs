namespace ActGen.Frontend.Losses;

/// <summary>The losses. A loss is a row here, an attribute, and its kernel.</summary>
internal static class LossTypes
{
    // Above the rows that read them: static members are made from top to bottom.
    private static LossSetting Full { get; } = new("Full", "setting", 0, SettingRange.Switch);

    private static LossSetting PerRow { get; } = new("BatchMean", "perRow", 0, SettingRange.Flag);

    public static LossType CrossEntropy { get; } =
        new("CrossEntropyLoss", LossForm.CrossEntropy, "", "L = −Σ t·log softmax(x),  ∂L/∂x = softmax(x) − t")
        {
            Expects = LossInput.ClassLogits,
            Cost = LossCosts.Logarithm,
            Predicts = LossPrediction.Softmax,
            Decision = LossDecision.LargestOutput,
            Settings = [new("LabelSmoothing", "labelSmoothing", 0, SettingRange.BelowOne)],
        };

    public static LossType BCEWithLogits { get; } =
        new("BCEWithLogitsLoss", LossForm.Elements, "LogisticError", "L = softplus(x) − x·t,  ∂L/∂x = σ(x) − t")
        {
            Expects = LossInput.BinaryLogits,
            Cost = LossCosts.WeightedLogarithm,
            Predicts = LossPrediction.Sigmoid,
            Decision = LossDecision.LogitAtLeastZero,
            Settings = [new("PositiveWeight", "setting", 1, SettingRange.AboveZero)],
        };

    public static IReadOnlyList<LossType> All { get; } =
    [
        CrossEntropy,
        Classes("NLLLoss", "NegativeLogLikelihood", "L = −x[label],  ∂L/∂x = −[label]", LossInput.LogProbabilities, LossPrediction.Softmax),
        Classes("FocalLoss", "FocalError", "L = −(1 − p)^γ·log p,  p = softmax(x)[label],  γ = {0}", LossInput.ClassLogits, LossPrediction.Softmax, new LossSetting("gamma", "setting", 2, SettingRange.AtLeastZero)) with { Cost = LossCosts.Focal },
        Classes("GeneralizedCrossEntropyLoss", "GeneralizedCrossEntropyError", "L = (1 − p^q)/q,  p = softmax(x)[label],  q = {0}", LossInput.ClassLogits, LossPrediction.Softmax, new LossSetting("q", "setting", 0.7, SettingRange.Share)) with { Cost = LossCosts.GeneralizedCrossEntropy },
        Classes("MultiMarginLoss", "MultiMarginError", "L = Σ_j≠y max(0, m − x_y + x_j)^p / classes,  p = {0},  m = {1}", LossInput.Scores, LossPrediction.Outputs, new("p", "setting", 1, SettingRange.OneOrTwo), new("margin", "other", 1, SettingRange.AtLeastZero)),
        Classes("CategoricalHingeLoss", "CategoricalHingeError", "L = max(0, 1 + max_j≠y x_j − x_y)", LossInput.Scores, LossPrediction.Outputs),

        BCEWithLogits,
        new("BCELoss", LossForm.Elements, "BernoulliError", "L = −t·ln x − (1 − t)·ln(1 − x),  ∂L/∂x = (x − t)/(x(1 − x))") { Expects = LossInput.Probabilities, Decision = LossDecision.ProbabilityAtLeastHalf },
        new("BinaryFocalLoss", LossForm.Elements, "BinaryFocalError", "L = −αₜ(1 − pₜ)^γ·log pₜ,  p = σ(x),  γ = {0},  α = {1}")
        {
            Expects = LossInput.BinaryLogits,
            Cost = LossCosts.BinaryFocal,
            Predicts = LossPrediction.Sigmoid,
            Decision = LossDecision.LogitAtLeastZero,
            Settings = [new("gamma", "setting", 2, SettingRange.AtLeastZero), new("alpha", "other", 0.25, SettingRange.ShareOrNone)],
        },
        new("SoftMarginLoss", LossForm.Elements, "SoftMarginError", "L = ln(1 + e^−tx),  ∂L/∂x = −t·σ(−tx)") { Expects = LossInput.BinaryLogits, Cost = LossCosts.Logarithm, Predicts = LossPrediction.Sigmoid, Decision = LossDecision.LogitAtLeastZero, IsSigned = true },
        new("HingeLoss", LossForm.Elements, "HingeError", "L = max(0, 1 − tx),  ∂L/∂x = −t where tx < 1") { Expects = LossInput.Scores, Decision = LossDecision.LogitAtLeastZero, IsSigned = true },
        new("SquaredHingeLoss", LossForm.Elements, "SquaredHingeError", "L = max(0, 1 − tx)²,  ∂L/∂x = −2t·max(0, 1 − tx)") { Expects = LossInput.Scores, Decision = LossDecision.LogitAtLeastZero, IsSigned = true },
        new("HingeEmbeddingLoss", LossForm.Elements, "HingeEmbeddingError", "L = x where t = 1, max(0, m − x) where t = −1,  m = {0}") { Expects = LossInput.NonNegative, Outside = OutsideOfDomain.Unbounded, IsSigned = true, Settings = [new("margin", "setting", 1, SettingRange.AboveZero)] },

        Values("MSELoss", "SquaredError", "L = (x − t)²,  ∂L/∂x = 2(x − t)") with { LargestSlope = 2 },
        Values("L1Loss", "AbsoluteError", "L = |x − t|,  ∂L/∂x = sign(x − t)") with { LargestSlope = 1 },
        Values("HuberLoss", "HuberError", "L = ½d² where |d| ≤ δ, else δ(|d| − ½δ),  d = x − t,  δ = {0}", new LossSetting("delta", "setting", 1, SettingRange.AboveZero)) with { LargestSlope = 1 },
        Values("SmoothL1Loss", "SmoothAbsoluteError", "L = d²/2β where |d| < β, else |d| − ½β,  d = x − t,  β = {0}", new LossSetting("beta", "setting", 1, SettingRange.AtLeastZero)) with { LargestSlope = 1 },
        Values("LogCoshLoss", "LogCoshError", "L = ln cosh(x − t),  ∂L/∂x = tanh(x − t)") with { LargestSlope = 0.7616 },
        Values("MAPELoss", "PercentageError", "L = 100·|x − t| / max(|t|, ε),  ε = {0}", new LossSetting("Epsilon", "setting", 1e-7, SettingRange.AboveZero)),
        Values("MSLELoss", "LogarithmicError", "L = (ln(1 + x) − ln(1 + t))²,  x and t at least ε,  ε = {0}", new LossSetting("Epsilon", "setting", 1e-7, SettingRange.AtLeastZero)) with { Expects = LossInput.NonNegative, Outside = OutsideOfDomain.CutOff, LargestSlope = 1.3863 },

        Values("KLDivLoss", "DivergenceError", "L = t·(ln t − x),  ∂L/∂x = −t", PerRow) with
        {
            Expects = LossInput.LogProbabilities,
            Predicts = LossPrediction.Exponential,
            Variants = [new("LogTarget", When: true, Values("KLDivLoss", "LogDivergenceError", "L = eᵗ·(t − x),  ∂L/∂x = −eᵗ", PerRow) with { Expects = LossInput.LogProbabilities })],
        },
        Values("PoissonNLLLoss", "LogPoissonError", "L = eˣ − t·x,  ∂L/∂x = eˣ − t", Full) with
        {
            Expects = LossInput.LogRates,
            Predicts = LossPrediction.Exponential,
            Variants = [new("LogInput", When: false, Values("PoissonNLLLoss", "PoissonError", "L = x − t·ln(x + ε),  ∂L/∂x = 1 − t/(x + ε)", Full, new("Epsilon", "other", 1e-8, SettingRange.AboveZero)) with { Expects = LossInput.NonNegative })],
        },

        Rows("CosineSimilarityLoss", "CosineSimilarityError", "L = −x·t / (‖x‖‖t‖)") with { IsRelative = true },
        Rows("MultiLabelMarginLoss", "MultiLabelMarginError", "L = Σ max(0, 1 − (x_i − x_j)) / classes,  i right, j wrong") with { IsRelative = true, Expects = LossInput.Scores },
        Rows("DiceLoss", "TverskyError", "L = 1 − 2Σxt / (Σx + Σt)", Share("alpha", "setting"), Share("beta", "other")) with { Expects = LossInput.Probabilities, Outside = OutsideOfDomain.Senseless, Decision = LossDecision.ProbabilityAtLeastHalf },
        Rows("TverskyLoss", "TverskyError", "L = 1 − I/(I + αΣx(1 − t) + βΣ(1 − x)t),  I = Σxt,  α = {0},  β = {1}", Share("alpha", "setting"), Share("beta", "other")) with { Expects = LossInput.Probabilities, Outside = OutsideOfDomain.Senseless, Decision = LossDecision.ProbabilityAtLeastHalf },

        new("GaussianNLLLoss", LossForm.Gaussian, "", "L = ½(s + (μ − t)²e^−s),  x = (μ, s),  s ≥ ln ε,  ε = {0}")
        {
            Expects = LossInput.MeansAndLogVariances,
            Predicts = LossPrediction.Variances,
            Settings = [new("Epsilon", "epsilon", 1e-6, SettingRange.AboveZero), new("Full", "full", 0, SettingRange.Flag)],
        },
    ];

    /// <summary>The loss of an attribute; null when it is none.</summary>
    public static LossType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    private static LossType Values(string name, string kernel, string formula, params LossSetting[] settings) =>
        new(name, LossForm.Elements, kernel, formula) { Settings = [.. settings] };

    private static LossType Rows(string name, string kernel, string formula, params LossSetting[] settings) =>
        new(name, LossForm.Rows, kernel, formula) { Settings = [.. settings] };

    private static LossSetting Share(string argument, string parameter) => new(argument, parameter, 0.5, SettingRange.AtLeastZero);

    private static LossType Classes(string name, string kernel, string formula, LossInput expects, LossPrediction predicts, params LossSetting[] settings) =>
        new(name, LossForm.Labels, kernel, formula) { Expects = expects, Predicts = predicts, Decision = LossDecision.LargestOutput, Settings = [.. settings] };
}
