using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Softmax and its logarithm over the last axis; both need only their output for backward.</summary>
internal static class SoftmaxEmitter
{
    public static void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer);

    public static void Forward(TrainingStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer);

    public static void Backward(TrainingStep step, StageWriter writer) =>
        new Call($"{Kernels(step.Stage, writer)}.Backward")
            .With(StageWriter.Work(step.Stage.Layer))
            .With("output", StageWriter.Place(step.Output))
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .Write(writer.Code);

    public static string ForwardFormula(Stage stage) => IsLogarithm(stage) ? "y = x − max x − ln Σ exp(x − max x)" : "y = exp(x − max x)/Σ exp(x − max x)";

    public static string BackwardFormula(Stage stage) => IsLogarithm(stage) ? "dx = ∂L/∂y − exp(y)·Σ ∂L/∂y" : "dx = y·(∂L/∂y − Σ y·∂L/∂y)";

    private static void Forward(Stage stage, Slot input, Slot output, StageWriter writer) =>
        new Call($"{Kernels(stage, writer)}.Forward")
            .With(StageWriter.Work(stage.Layer))
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output))
            .Write(writer.Code);

    private static string Kernels(Stage stage, StageWriter writer) => writer.Vocabulary.Kernels(IsLogarithm(stage) ? "LogSoftmax" : "Softmax");

    private static bool IsLogarithm(Stage stage) => ((PlannedSoftmax)stage.Layer).IsLogarithm;
}
