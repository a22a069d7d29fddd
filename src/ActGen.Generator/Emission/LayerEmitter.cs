using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>How a kind of layer is written: its name, its formulas, and forward and backward side by side.</summary>
internal abstract class LayerEmitter
{
    private static readonly DenseEmitter Dense = new();
    private static readonly ConvolutionEmitter Convolution = new();
    private static readonly ActivationEmitter Activation = new();
    private static readonly GateEmitter Gate = new();
    private static readonly RowOperatorEmitter RowOperator = new();
    private static readonly DropoutEmitter Dropout = new();
    private static readonly GroupNormEmitter GroupNorm = new();
    private static readonly BatchNormEmitter BatchNorm = new();
    private static readonly RowNormalizationEmitter RowNormalization = new();
    private static readonly ReshapeEmitter Reshape = new();
    private static readonly PermutationEmitter Permutation = new();
    private static readonly PoolEmitter Pool = new();
    private static readonly RecurrentEmitter Recurrent = new();
    private static readonly TranspositionEmitter Transposition = new();
    private static readonly BranchEmitter Branch = new();
    private static readonly SumEmitter Sum = new();

    public static LayerEmitter Of(Stage stage) => stage.Layer switch
    {
        PlannedDense => Dense,
        PlannedConvolution => Convolution,
        PlannedActivation => Activation,
        PlannedGate => Gate,
        PlannedRowOperator => RowOperator,
        PlannedBatchNorm => BatchNorm,
        PlannedGroupNorm => GroupNorm,
        PlannedRowNormalization => RowNormalization,
        PlannedReshape => Reshape,
        PlannedPermutation => Permutation,
        PlannedPool => Pool,
        PlannedRecurrent => Recurrent,
        PlannedTransposition => Transposition,
        PlannedBranch => Branch,
        PlannedSum => Sum,
        _ => Dropout,
    };

    /// <summary><c>Dense 128 + ReLU</c>.</summary>
    public abstract string Name(Stage stage);

    /// <summary>The comment above forward.</summary>
    public abstract string ForwardFormula(Stage stage);

    /// <summary>The comment above backward.</summary>
    public abstract string BackwardFormula(Stage stage);

    /// <summary>The call at inference.</summary>
    public abstract void Infer(InferenceStep step, StageWriter writer);

    /// <summary>The call of a training forward pass.</summary>
    public abstract void Forward(TrainingStep step, StageWriter writer);

    /// <summary>The call, or what else there is to do, of backward.</summary>
    public abstract void Backward(TrainingStep step, StageWriter writer);
}
