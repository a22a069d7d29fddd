using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The largest or the mean of a window.</summary>
internal sealed class PoolEmitter : LayerEmitter
{
    /// <summary><c>MaxPool2D 3, stride 2, padding 1</c>; of a window over everything the name alone.</summary>
    public override string Name(Stage stage) => NameOf(Pool(stage));

    /// <summary>The same of a pool.</summary>
    public static string NameOf(PlannedPool pool)
    {
        (string name, WindowAxis axis) = (pool.Place.Name, pool.Window.Horizontal);
        if (PoolType.Named(name) is { Axes: 0 })
            return name;
        string stride = axis.Stride == axis.Size ? "" : $", stride {Vocabulary.Number(axis.Stride)}";
        return $"{name} {Vocabulary.Number(axis.Size)}{stride}{(axis.Padding == 0 ? "" : $", padding {Vocabulary.Number(axis.Padding)}")}";
    }

    public override string ForwardFormula(Stage stage) => "y = " + Value(Pool(stage), "");

    /// <summary>The value of a window of <paramref name="cells"/>.</summary>
    public static string Value(PlannedPool pool, string cells) => pool.IsMaximum ? $"max {cells}over the window" : $"Σ {cells}over the window / {Vocabulary.Number(pool.Window.Cells)}";

    /// <summary>The function of a pool.</summary>
    public static string Function(PlannedPool pool) => Vocabulary.Type(pool.IsMaximum ? "MaxPool" : "AveragePool");

    /// <summary>Its window.</summary>
    public static string Window(PlannedPool pool) =>
        $"new(image: {Pair(pool.Image.Height, pool.Image.Width)}, channels: {Vocabulary.Number(pool.Input.Features)}, size: {Pair(pool.Window, axis => axis.Size)}, stride: {Pair(pool.Window, axis => axis.Stride)}, padding: {Pair(pool.Window, axis => axis.Padding)})";

    public override string BackwardFormula(Stage stage) =>
        Pool(stage).IsMaximum ? "dx = Σ of ∂L/∂y·[x is the first of the largest]" : $"dx = Σ of ∂L/∂y / {Vocabulary.Number(Pool(stage).Window.Cells)}";

    public override void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer);

    public override void Forward(TrainingStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer);

    public override void Backward(TrainingStep step, StageWriter writer) =>
        Start("Backward", step.Stage, writer)
            .With("outputGradient", StageWriter.Place(step.OutputGradient))
            .With("inputGradient", StageWriter.Place(step.InputGradient))
            .With("input", Pool(step.Stage).IsMaximum ? StageWriter.Place(step.Input) : null)
            .With("output", Pool(step.Stage).IsMaximum ? StageWriter.Place(step.Output) : null)
            .Write(writer.Code);

    private static void Forward(Stage stage, Slot input, Slot output, StageWriter writer) =>
        Start("Forward", stage, writer)
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output))
            .Write(writer.Code);

    private static Call Start(string direction, Stage stage, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Pool")}.{direction}<{Function(Pool(stage))}>")
            .With("pass.Work")
            .With("window", Window(Pool(stage)));

    private static string Pair(Window window, Func<WindowAxis, int> of) => Pair(of(window.Vertical), of(window.Horizontal));

    private static string Pair(int rows, int columns) => $"({Vocabulary.Number(rows)}, {Vocabulary.Number(columns)})";

    private static PlannedPool Pool(Stage stage) => (PlannedPool)stage.Layer;
}
