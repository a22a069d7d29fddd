using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The loss and its gradient, and what <c>Predict</c> makes of raw outputs.</summary>
internal static class LossEmitter
{
    public static void Loss(NetworkPlan plan, StageWriter writer)
    {
        if (plan.Loss is not { } loss)
        {
            writer.Code.Line($"throw new global::System.NotSupportedException({Vocabulary.Literal($"{plan.Type.Name} declares no loss.")});");
            return;
        }
        bool isSharedOutOtherwise = IsSharedOutOtherwise(plan);
        if (isSharedOutOtherwise)
            writer.Code.Line("pass.Work.Synchronize(); // The layers share out positions among the workers, this loss rows.");
        Call call = new Call($"{(isSharedOutOtherwise ? "double divisor = " : "")}{writer.Vocabulary.Kernels("LossKernels")}.{Kernel(loss.Kind)}")
            .With(loss.TakesLabels ? StageWriter.Work(plan.Output) : "pass.Work")
            .With(Outputs(loss.Kind), "pass.Output");
        if (loss.TakesLabels)
            call.With("labels", "pass.Labels");
        if (loss.Kind != LayerKind.NLLLoss)
            call.With("targets", "pass.Targets");
        call.With("rowLosses", "pass.RowLosses").With("gradient", "pass.OutputGradient");
        if (loss.Kind == LayerKind.CrossEntropyLoss)
            call.With("labelSmoothing", CodeWriter.Double(loss.LabelSmoothing));
        if (loss.TakesLabels)
            call.With("classWeights", loss.ClassWeights.Count > 0 ? ProgramConstants.ClassWeights : "default").With("ignoreIndex", Vocabulary.Number(loss.IgnoreIndex));
        if (loss.Kind == LayerKind.BCEWithLogitsLoss)
            call.With("positiveWeight", CodeWriter.Double(loss.PositiveWeight));
        if (loss.Kind == LayerKind.HuberLoss)
            call.With("delta", CodeWriter.Double(loss.Delta));
        call.Write(writer.Code);
        if (isSharedOutOtherwise)
        {
            writer.Code.Line("pass.Work.Synchronize();");
            writer.Code.Line("return divisor;");
        }
    }

    /// <summary>Whether the loss counts whole rows where the layers count positions.</summary>
    public static bool IsSharedOutOtherwise(NetworkPlan plan) => plan.Loss is { TakesLabels: false } && plan.Output.Positions > 1;

    /// <summary>In place on the outputs. Softmax of log-probabilities gives back their probabilities, and of anything else still probabilities.</summary>
    public static void Transform(NetworkPlan plan, StageWriter writer)
    {
        switch (plan.Loss?.Kind)
        {
            case LayerKind.CrossEntropyLoss or LayerKind.NLLLoss:
                new Call($"{writer.Vocabulary.Kernels("Rowwise")}.Forward<{Vocabulary.Type("Softmax")}>").With(StageWriter.Work(plan.Output)).With("input", "pass.Output").With("output", "pass.Output").Write(writer.Code);
                break;
            case LayerKind.BCEWithLogitsLoss:
                new Call($"{writer.Vocabulary.Kernels("Elementwise")}.Forward<global::ActGen.Formulas.Sigmoid>").With(StageWriter.Work(plan.Output)).With("input", "pass.Output").With("output", "pass.Output").Write(writer.Code);
                break;
            default:
                writer.Code.Line("// The outputs are the predictions.");
                break;
        }
    }

    /// <summary>Whether predictions differ from raw outputs.</summary>
    public static bool Transforms(PlannedLoss? loss) => loss?.Kind is LayerKind.CrossEntropyLoss or LayerKind.NLLLoss or LayerKind.BCEWithLogitsLoss;

    public static string TransformText(PlannedLoss? loss) => loss?.Kind switch
    {
        LayerKind.CrossEntropyLoss => "Predictions are probabilities: softmax of the logits.",
        LayerKind.NLLLoss => "Predictions are probabilities: softmax undoes the logarithm.",
        LayerKind.BCEWithLogitsLoss => "Predictions are probabilities: sigmoid of the logits.",
        _ => "Predictions are the outputs.",
    };

    public static string Formula(PlannedLoss loss) => loss.Kind switch
    {
        LayerKind.CrossEntropyLoss => "L = −Σ t·log softmax(x),  ∂L/∂x = softmax(x) − t",
        LayerKind.NLLLoss => "L = −x[label],  ∂L/∂x = −[label]",
        LayerKind.BCEWithLogitsLoss => "L = softplus(x) − x·t,  ∂L/∂x = σ(x) − t",
        LayerKind.BCELoss => "L = −t·ln x − (1 − t)·ln(1 − x),  ∂L/∂x = (x − t)/(x(1 − x))",
        LayerKind.MSELoss => "L = (x − t)²,  ∂L/∂x = 2(x − t)",
        LayerKind.L1Loss => "L = |x − t|,  ∂L/∂x = sign(x − t)",
        _ => $"L = ½d² where |d| ≤ δ, else δ(|d| − ½δ),  d = x − t,  δ = {CodeWriter.Double(loss.Delta)}",
    };

    private static string Kernel(LayerKind loss) => loss switch
    {
        LayerKind.CrossEntropyLoss => "CrossEntropy",
        LayerKind.NLLLoss => "NegativeLogLikelihood",
        LayerKind.BCEWithLogitsLoss => "BinaryCrossEntropyWithLogits",
        LayerKind.BCELoss => "BinaryCrossEntropy",
        LayerKind.MSELoss => "MeanSquaredError",
        LayerKind.L1Loss => "MeanAbsoluteError",
        _ => "Huber",
    };

    private static string Outputs(LayerKind loss) => loss switch
    {
        LayerKind.CrossEntropyLoss or LayerKind.BCEWithLogitsLoss => "logits",
        LayerKind.NLLLoss => "logProbabilities",
        LayerKind.BCELoss => "probabilities",
        _ => "outputs",
    };
}
