using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Another shape for the same memory: a row of the table, and nothing to run.</summary>
internal sealed class ReshapeEmitter : LayerEmitter
{
    public override string Name(Stage stage) => stage.Layer.Place.Name;

    public override string ForwardFormula(Stage stage) => "y = x";

    public override string BackwardFormula(Stage stage) => "dx = ∂L/∂y";

    public override void Infer(InferenceStep step, StageWriter writer)
    {
        // Not among the steps.
    }

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        // Not among the steps.
    }

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        // Not among the steps.
    }
}
