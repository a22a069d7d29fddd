using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The axes of each row in another order.</summary>
internal sealed class PermutationEmitter : LayerEmitter
{
    /// <summary><c>Permute 2, 1</c>, as declared.</summary>
    public override string Name(Stage stage) => $"{stage.Layer.Place.Name} {string.Join(", ", Permutation(stage).Axes.Select(axis => Vocabulary.Number(axis + 1)))}";

    public override string ForwardFormula(Stage stage) => "y = x, its axes in another order";

    public override string BackwardFormula(Stage stage) => "dx = ∂L/∂y, its axes as they were";

    public override void Infer(InferenceStep step, StageWriter writer) => Write("Forward", step.Stage, step.Input, step.Output, writer);

    public override void Forward(TrainingStep step, StageWriter writer) => Write("Forward", step.Stage, step.Input, step.Output, writer);

    public override void Backward(TrainingStep step, StageWriter writer) => Write("Backward", step.Stage, step.OutputGradient, step.InputGradient, writer);

    /// <summary>Two axes are three of which the first has one element.</summary>
    private static void Write(string direction, Stage stage, Slot source, Slot destination, StageWriter writer)
    {
        Shape input = stage.Layer.Input;
        int missing = 3 - input.Rank;
        IEnumerable<int> sizes = Enumerable.Repeat(1, missing).Concat(input.Dimensions), axes = Enumerable.Range(0, missing).Concat(Permutation(stage).Axes.Select(axis => axis + missing));
        new Call($"{writer.Vocabulary.Kernels("Permutation")}.{direction}")
            .With("pass.Work")
            .With("sizes", $"({string.Join(", ", sizes.Select(size => Vocabulary.Number(size)))})")
            .With("axes", $"({string.Join(", ", axes.Select(axis => Vocabulary.Number(axis)))})")
            .With(direction == "Forward" ? "input" : "outputGradient", StageWriter.Place(source))
            .With(direction == "Forward" ? "output" : "inputGradient", StageWriter.Place(destination))
            .Write(writer.Code);
    }

    private static PlannedPermutation Permutation(Stage stage) => (PlannedPermutation)stage.Layer;
}
