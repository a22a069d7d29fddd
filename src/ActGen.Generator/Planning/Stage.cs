using System.Globalization;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Generator.Planning;

/// <summary>What generated code runs as one step: a layer with the activation that is fused into it.</summary>
/// <param name="Layer">The layer; an activation that stands alone is one.</param>
/// <param name="Activation">The activation: fused into a dense layer, that of a gate, or <paramref name="Layer"/> itself; null for none.</param>
internal sealed record Stage(PlannedLayer Layer, PlannedActivation? Activation)
{
    /// <summary>Signal and gradient at its output.</summary>
    public required LayerSignal Signal { get; init; }

    /// <summary>The predicted scale of its outputs.</summary>
    public Prediction PredictedSignal => Signal.Output.Predict(Layer.Output.Features, Layer.Output.Positions);

    /// <summary>The predicted scale of the loss's gradient by them.</summary>
    public Prediction PredictedGradient => Signal.Gradient.Predict(Layer.Output.Features, Layer.Output.Positions);

    /// <summary>The name of its methods, before the direction: <c>Layer1</c>, <c>Layer1Gate</c>, <c>Dropout1</c>.</summary>
    public string Method => Kind + Layer.Number.ToString(CultureInfo.InvariantCulture) + Layer.Place.Part;

    /// <summary>What its values are called in names of buffers: the layer's number, with a mark behind a step that is no layer of its own.</summary>
    public required string Suffix { get; init; }

    /// <summary>Whether it is a product with trained weights.</summary>
    public bool IsProduct => Layer is PlannedProduct;

    /// <summary>Whether its backward pass makes the gradient of its input only where somebody asks for it.</summary>
    public bool LeavesOutInputGradient => Layer is PlannedProduct or PlannedRecurrent;

    /// <summary>Whether a residual block begins here.</summary>
    public bool IsBranch => Layer is PlannedBranch;

    /// <summary>Whether a residual block ends here.</summary>
    public bool IsSum => Layer is PlannedSum;

    /// <summary>Where the residual block began that ends here; null for other steps.</summary>
    public PlannedLayer? Branch { get; init; }

    /// <summary>The product and the batch normalisation that a frozen network computes as one, where this is either of them; null for other steps.</summary>
    public FoldedPair? Fold { get; init; }

    /// <summary>The pool directly behind a convolution that is computed with it; null for none. A step has it, a row of tables has not: there the pool is a row of its own.</summary>
    public PlannedPool? Pool { get; init; }

    /// <summary>Shape of one row of its output.</summary>
    public Shape Output => Pool?.Output ?? Layer.Output;

    /// <summary>Elements of scratch that each worker needs in training: a convolution puts the gradient before its pool together there.</summary>
    public int TrainingScratch => Layer.TrainingScratch + (Pool is null ? 0 : (int)Layer.Output.Size);

    /// <summary>Whether it is a row of tables: users declared it.</summary>
    public bool IsDeclared => Layer is not (PlannedBranch or PlannedTransposition);

    public bool IsDropout => Layer is PlannedDropout;

    /// <summary>Whether it is the same memory under another shape: a row of tables, never a step.</summary>
    public bool IsReshape => Layer is PlannedReshape;

    /// <summary>Elements of one row of its input.</summary>
    public int InputWidth => (int)Layer.Input.Size;

    /// <summary>Elements of one row of its output.</summary>
    public int OutputWidth => (int)Output.Size;

    /// <summary>Whether its output may lie where its input lies, and so may the gradients.</summary>
    public bool WorksInPlace => Layer.WorksInPlace;

    /// <summary>Whether it trains parameters.</summary>
    public bool HasParameters => Tensors.Any();

    /// <summary>The tensors that it trains.</summary>
    public IEnumerable<ParameterTensor> Tensors => Activation is null || Layer is PlannedActivation or PlannedGate ? Layer.Tensors : Layer.Tensors.Concat(Activation.Tensors);

    /// <summary>Whether its activation trains parameters.</summary>
    public bool HasLearnedActivation => Activation is { IsLearned: true };

    /// <summary>What its activation's derivative, or its own, reads; nothing where there is none.</summary>
    public Operand Keeps => IsProduct ? Activation?.Keeps ?? Operand.None : Layer.Keeps;

    /// <summary>Whether backward reads this step's output, so that the next step may not overwrite it.</summary>
    public bool KeepsOutput => IsProduct ? Keeps == Operand.Output : Layer.ReadsOutput;

    /// <summary>Whether backward reads this step's input, so that it may not overwrite it itself.</summary>
    public bool KeepsInput => IsProduct ? CopiedInput == 0 : Keeps == Operand.Input;

    /// <summary>Elements per row of the copy of its input that training forward makes and backward reads in its place; 0 for none.</summary>
    public int CopiedInput => Layer is PlannedProduct product ? product.CopiedInput : 0;

    /// <summary>Whether training forward writes derivatives beside the output.</summary>
    public bool KeepsDerivative => Keeps == Operand.Derivative;

    /// <summary>Whether training forward writes f′, or in a dense layer the pre-activation, beside the output.</summary>
    public bool KeepsExtra => KeepsDerivative || (IsProduct && Keeps == Operand.Input);

    /// <summary>Elements per row of what is written beside the output: derivatives are as many as the inputs of what is differentiated.</summary>
    public int KeptWidth => IsProduct ? OutputWidth : InputWidth;

    private string Kind => Layer switch
    {
        PlannedDropout => "Dropout",
        PlannedTransposition => "Transpose",
        PlannedPermutation => "Permute",
        PlannedBranch => "Branch",
        PlannedSum => "Sum",
        _ => "Layer",
    };

    /// <summary>The steps of a plan, activations fused into the products before them.</summary>
    public static IReadOnlyList<Stage> Of(NetworkPlan plan)
    {
        var stages = new List<Stage>();
        string layer = "Input";
        for (int i = 0; i < plan.Layers.Count; i++)
        {
            if (plan.Layers[i] is PlannedProduct product && i + 1 < plan.Layers.Count && plan.Layers[i + 1] is PlannedActivation { IsUniform: true } fused)
            {
                i++;
                Add(product, fused, i);
            }
            else
            {
                Add(plan.Layers[i], plan.Layers[i] is PlannedGate gate ? gate.Activation : plan.Layers[i] as PlannedActivation, i);
            }
        }
        return stages;

        void Add(PlannedLayer first, PlannedActivation? activation, int last)
        {
            string mark = first switch
            {
                PlannedDropout => "Dropped",
                PlannedTransposition => "Transposed",
                PlannedPermutation => "Permuted",
                PlannedBranch => "Branch",
                PlannedSum => "Sum",
                _ => "",
            };
            string number = first.Number.ToString(CultureInfo.InvariantCulture);
            if (mark.Length == 0 && first is not PlannedReshape)
                layer = number + first.Place.Part;
            stages.Add(new(first, activation)
            {
                Suffix = mark.Length == 0 ? layer : layer + mark + number,
                Signal = plan.Signal.Layers[last],
                Branch = first is PlannedSum sum ? plan.Layers[sum.Branch] : null,
                Fold = FoldedPair.Of(plan.Layers.Items, last),
            });
        }
    }
}
