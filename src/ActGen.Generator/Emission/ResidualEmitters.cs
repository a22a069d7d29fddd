using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The beginning of a residual block: nothing to do forward; backward, the block's gradient and that of its sum.</summary>
internal sealed class BranchEmitter : LayerEmitter
{
    public override string Name(Stage stage) => stage.Layer.Place.Name;

    public override string ForwardFormula(Stage stage) => "y = x";

    public override string BackwardFormula(Stage stage) => "dx = ∂L/∂y + the sum's ∂L/∂x";

    public override void Infer(InferenceStep step, StageWriter writer)
    {
        // Not among the steps.
    }

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        // Not among the steps.
    }

    public override void Backward(TrainingStep step, StageWriter writer) =>
        SumEmitter.Add(step.OutputGradient, step.SkipGradient!, step.InputGradient, writer);
}

/// <summary>The end of a residual block: its value and that of its beginning.</summary>
internal sealed class SumEmitter : LayerEmitter
{
    public override string Name(Stage stage) => stage.Layer.Place.Name;

    public override string ForwardFormula(Stage stage) => "y = x + the value before the block";

    public override string BackwardFormula(Stage stage) => "dx = ∂L/∂y, kept for the block's beginning too";

    public override void Infer(InferenceStep step, StageWriter writer) => Add(step.Input, step.Skip!, step.Output, writer);

    public override void Forward(TrainingStep step, StageWriter writer) => Add(step.Input, step.Skip!, step.Output, writer);

    public override void Backward(TrainingStep step, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Rows")}.Copy")
            .With("pass.Work")
            .With("source", StageWriter.Place(step.OutputGradient))
            .With("destination", StageWriter.Place(step.SkipGradient!))
            .Write(writer.Code);

    public static void Add(Slot value, Slot skip, Slot sum, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Rows")}.Add")
            .With("pass.Work")
            .With("value", StageWriter.Place(value))
            .With("skip", StageWriter.Place(skip))
            .With("sum", StageWriter.Place(sum))
            .Write(writer.Code);
}
