using ActGen.Frontend.Collections;
using ActGen.Frontend.Losses;

namespace ActGen.Frontend.Model;

/// <summary>One step of a network as written.</summary>
/// <param name="Kind">Which operation the attribute stands for.</param>
/// <param name="Name">The attribute's name without the suffix: <c>Dense</c>, <c>ReLU</c>, <c>Activation&lt;Serf&gt;</c>.</param>
/// <param name="Arguments">The arguments, by the name of the constructor parameter or property; left-out constructor arguments with their defaults.</param>
/// <param name="Formula">The formula of an activation or a gate; null for everything else.</param>
internal sealed record LayerDeclaration(LayerKind Kind, string Name, EquatableArray<LayerArgument> Arguments, FormulaReference? Formula = null)
{
    /// <summary>Where its attribute stands: its place among the layers of its class. What a block brings in has the place of the block, then its place in the block's class, and so on.</summary>
    public EquatableArray<int> Path { get; init; }

    /// <summary>Whether a block brings it in.</summary>
    public bool IsOfBlock => Path.Count > 1;

    /// <summary>Why the block that the attribute names cannot be put in its place; null for everything else.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Whether this is a loss.</summary>
    public bool IsLoss => Loss is not null;

    /// <summary>Which loss this is; null for a layer.</summary>
    public LossType? Loss { get; init; }

    /// <summary>The loss that the attribute's flags choose; null for a layer.</summary>
    public LossType? EffectiveLoss => Loss?.For(Flag);

    /// <summary>Whether this is a loss on classes, so that there is something to classify.</summary>
    public bool Decides => Loss is { Decision: not LossDecision.None };

    /// <summary>The function of the last axis that the attribute names; null for other layers.</summary>
    public RowOperator? Operator => Kind == LayerKind.RowOperator ? RowOperators.Named(Name) : null;

    /// <summary>The pool that the attribute names; null for other layers.</summary>
    public PoolType? Pool => Kind == LayerKind.Pool ? PoolType.Named(Name) : null;

    /// <summary>The cell that the attribute names; null for layers that are not recurrent.</summary>
    public RecurrentCell? Cell => Kind == LayerKind.Recurrent ? RecurrentCell.Named(Name) : null;

    /// <summary>Whether the layer multiplies by a matrix of its own.</summary>
    public bool HasWeights => UnitsArgument is not null;

    /// <summary>The argument of a layer with weights that says how many outputs it has at each position; null for other layers.</summary>
    public string? UnitsArgument => Kind switch
    {
        LayerKind.Dense or LayerKind.GatedDense or LayerKind.Recurrent => "units",
        LayerKind.Conv1D or LayerKind.Conv2D => "filters",
        _ => null,
    };

    /// <summary>Units or filters of a layer with weights; null where they are missing or senseless.</summary>
    public int? Units => UnitsArgument is { } argument && Number(argument, 0) is >= 1 and <= int.MaxValue and double units ? (int)units : null;

    /// <summary>The argument of that name, or null where it was left out.</summary>
    public LayerArgument? Find(string name) => Arguments.Items.FirstOrDefault(argument => argument.Name == name);

    /// <summary>The argument's number, or <paramref name="otherwise"/> where it was left out.</summary>
    public double Number(string name, double otherwise) => Find(name)?.Number ?? otherwise;

    /// <summary>The argument as a truth value.</summary>
    public bool Flag(string name, bool otherwise) => Number(name, otherwise ? 1 : 0) != 0;

    /// <summary>The argument's list, empty where it was left out.</summary>
    public EquatableArray<double> Numbers(string name) => Find(name)?.Numbers ?? [];

    /// <summary>The same layer with its formula looked up in <paramref name="formulas"/> where it belongs to this compilation.</summary>
    public LayerDeclaration Resolve(FormulaTable formulas) =>
        Formula is { IsOfThisCompilation: true } reference ? this with { Formula = formulas.Resolve(reference) } : this;
}

/// <summary>An argument of a layer attribute.</summary>
/// <param name="Name">Constructor parameter or property.</param>
/// <param name="Number">The value: numbers as they are, truth values as 0 or 1, enumerations as their number; null for a list and for what is no constant.</param>
/// <param name="Numbers">The values of a list.</param>
internal sealed record LayerArgument(string Name, double? Number, EquatableArray<double> Numbers)
{
    /// <summary>Whether the argument was written as a list of numbers.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it belongs to a parameter of the attribute's constructor; otherwise to a property.</summary>
    public bool IsOfConstructor { get; init; }

    /// <summary>Whether a user's attribute computes it in the call of its base constructor, so that nobody knows it while compiling.</summary>
    public bool IsComputed { get; init; }
}

/// <summary>The operations.</summary>
internal enum LayerKind
{
    /// <summary>An attribute that derives from <c>LayerAttribute</c> and is none of the known ones.</summary>
    Unknown,

    /// <summary>Whatever stands before or behind a block that is looked at alone.</summary>
    Surroundings,

    /// <summary>A block that could not be put in its place.</summary>
    Block,

    /// <summary>The beginning of a residual block, whose values its end adds.</summary>
    Branch,

    /// <summary>The end of a residual block.</summary>
    Sum,

    /// <summary>y = x·W + b.</summary>
    Dense,

    /// <summary>y = (x·W + b) ⊙ f(x·V + c).</summary>
    GatedDense,

    /// <summary>A convolution along a sequence.</summary>
    Conv1D,

    /// <summary>A convolution over an image.</summary>
    Conv2D,

    /// <summary>Inverted dropout.</summary>
    Dropout,

    /// <summary>An element-wise formula.</summary>
    Activation,

    /// <summary>An element-wise formula whose one parameter is random in training.</summary>
    RandomizedActivation,

    /// <summary>a ⊙ f(b) over the halves of the last axis.</summary>
    Gate,

    /// <summary>A function of the last axis: <see cref="LayerDeclaration.Operator"/> says which.</summary>
    RowOperator,

    /// <summary>Groups of features with mean 0 and variance 1 over the positions of a row.</summary>
    GroupNorm,

    /// <summary>Each feature with mean 0 and variance 1 over the batch.</summary>
    BatchNorm,

    /// <summary>The features of each position with mean 0 and variance 1.</summary>
    LayerNorm,

    /// <summary>The features of each position with mean square 1.</summary>
    RMSNorm,

    /// <summary>All values of a row on one axis.</summary>
    Flatten,

    /// <summary>The same values under another shape.</summary>
    Reshape,

    /// <summary>The axes in another order.</summary>
    Permute,

    /// <summary>The largest or the mean of the cells of a window: <see cref="LayerDeclaration.Pool"/> says which.</summary>
    Pool,

    /// <summary>A state that goes from step to step of a sequence: <see cref="LayerDeclaration.Cell"/> says how.</summary>
    Recurrent,

    /// <summary>A loss.</summary>
    Loss,
}
