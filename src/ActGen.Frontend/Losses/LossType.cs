using System.Globalization;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Losses;

/// <summary>A kind of loss: everything that the compiler knows about it. <see cref="LossTypes"/> lists them.</summary>
/// <param name="Name">The attribute without its suffix.</param>
/// <param name="Form">What it compares.</param>
/// <param name="Kernel">Its type among the kernels, of which <paramref name="Form"/> runs one; empty where the form is the loss.</param>
/// <param name="Formula">The loss and its gradient, for the comment above the generated code; <c>{0}</c>, <c>{1}</c> stand for the settings.</param>
internal sealed record LossType(string Name, LossForm Form, string Kernel, string Formula)
{
    /// <summary>What the outputs mean to it.</summary>
    public LossInput Expects { get; init; }

    /// <summary>What an answer costs by its probability; null where the loss is no function of one.</summary>
    public LossCost? Cost { get; init; }

    /// <summary>A bound of |∂ℓ/∂x| while outputs and targets lie between 0 and 1; null for losses that do not compare values, and where there is none.</summary>
    public double? LargestSlope { get; init; }

    /// <summary>What <c>Predict</c> makes of the outputs.</summary>
    public LossPrediction Predicts { get; init; }

    /// <summary>How <c>Classify</c> decides on the outputs; the runtime's <c>DecisionKind</c>.</summary>
    public LossDecision Decision { get; init; }

    /// <summary>What becomes of outputs that it is not defined for.</summary>
    public OutsideOfDomain Outside { get; init; }

    /// <summary>Whether targets are −1 or +1.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether it compares the outputs of a row with one another, so that one output alone gets no gradient.</summary>
    public bool IsRelative { get; init; }

    /// <summary>The numbers that change it.</summary>
    public EquatableArray<LossSetting> Settings { get; init; } = [];

    /// <summary>What becomes of it where a flag is set.</summary>
    public EquatableArray<LossVariant> Variants { get; init; } = [];

    /// <summary>Whether targets may be class labels.</summary>
    public bool TakesLabels => Form is LossForm.CrossEntropy or LossForm.Labels;

    /// <summary>The type that the flags of an attribute choose.</summary>
    /// <param name="flag">The value of a flag by its name, or what it is where it was left out.</param>
    public LossType For(Func<string, bool, bool> flag) =>
        Variants.Items.FirstOrDefault(variant => flag(variant.Flag, !variant.When) == variant.When)?.Type ?? this;

    /// <summary>The formula with the values of the settings.</summary>
    public string FormulaWith(IEnumerable<double> settings) =>
        string.Format(CultureInfo.InvariantCulture, Formula, [.. settings.Select(value => (object)value.ToString("R", CultureInfo.InvariantCulture)), "", ""]);
}

/// <summary>A number or flag of a loss attribute that its kernel is given.</summary>
/// <param name="Argument">Constructor parameter or property of the attribute.</param>
/// <param name="Parameter">Parameter of the kernel.</param>
/// <param name="Default">Where the attribute leaves it out.</param>
/// <param name="Range">What it may be.</param>
internal sealed record LossSetting(string Argument, string Parameter, double Default, SettingRange Range);

/// <summary>The loss that an attribute stands for when a flag is set.</summary>
/// <param name="Flag">Property of the attribute.</param>
/// <param name="When">The value that chooses it, which is not the default.</param>
/// <param name="Type">The loss.</param>
internal sealed record LossVariant(string Flag, bool When, LossType Type);

/// <summary>What a loss compares, and with that the method of the kernels that runs it.</summary>
internal enum LossForm
{
    /// <summary>Each output with a real target: ℓ(x, t), averaged.</summary>
    Elements,

    /// <summary>A row of outputs with the index of its class.</summary>
    Labels,

    /// <summary>A row of logits with a class or with the probabilities of the classes.</summary>
    CrossEntropy,

    /// <summary>A row of outputs with as many real targets, as a whole.</summary>
    Rows,

    /// <summary>Half of a row, means, with real targets; the other half are the logarithms of their variances.</summary>
    Gaussian,
}

/// <summary>What a loss does with outputs that it is not defined for.</summary>
internal enum OutsideOfDomain
{
    /// <summary>It is not a number.</summary>
    NotANumber,

    /// <summary>It divides by sums that can be 0 or negative.</summary>
    Senseless,

    /// <summary>It takes the nearest number that it is defined for, and gives no gradient.</summary>
    CutOff,

    /// <summary>It falls without bound.</summary>
    Unbounded,
}

/// <summary>What <c>Predict</c> makes of raw outputs.</summary>
internal enum LossPrediction
{
    /// <summary>Nothing.</summary>
    Outputs,

    /// <summary>Probabilities of the classes of each row.</summary>
    Softmax,

    /// <summary>A probability of each output.</summary>
    Sigmoid,

    /// <summary>eˣ.</summary>
    Exponential,

    /// <summary>Means as they are, variances in place of their logarithms.</summary>
    Variances,
}

/// <summary>The runtime's <c>DecisionKind</c>, member by member.</summary>
internal enum LossDecision
{
    None,
    LargestOutput,
    LogitAtLeastZero,
    ProbabilityAtLeastHalf,
}
