using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>A function of the last axis: softmax and its relatives, maxout.</summary>
internal sealed class RowOperatorEmitter : LayerEmitter
{
    public override string Name(Stage stage) => Operator(stage).Divisor is null
        ? Operator(stage).Name
        : $"{Operator(stage).Name} {Vocabulary.Number(stage.InputWidth / stage.OutputWidth)}";

    public override string ForwardFormula(Stage stage) => Operator(stage).Forward;

    public override string BackwardFormula(Stage stage) => Operator(stage).Backward;

    public override void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer) =>
        Forward(step.Stage, step.Input, step.Output, writer)
            .With("kept", step.Stage.KeepsDerivative ? StageWriter.Place(step.Kept!) : null)
            .Write(writer.Code);

    public override void Backward(TrainingStep step, StageWriter writer) =>
        Start("Backward", step.Stage, writer)
            .With("kept", StageWriter.Place(step.Kept!))
            .With("outputGradient", StageWriter.Place(step.OutputGradient))
            .With("inputGradient", StageWriter.Place(step.InputGradient))
            .Write(writer.Code);

    private static Call Forward(Stage stage, Slot input, Slot output, StageWriter writer) =>
        Start("Forward", stage, writer)
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output));

    private static Call Start(string direction, Stage stage, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Rowwise")}.{direction}<{Vocabulary.Type(Operator(stage).Name)}>")
            .With(StageWriter.Work(stage.Layer));

    private static RowOperator Operator(Stage stage) => ((PlannedRowOperator)stage.Layer).Operator;
}
