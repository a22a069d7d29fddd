using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>A state that goes from step to step: a call for each direction.</summary>
internal sealed class RecurrentEmitter : LayerEmitter
{
    /// <summary><c>LSTM 32</c>, <c>RNN 32, ReLU</c>; in two directions <c>LSTM 2×32</c>.</summary>
    public override string Name(Stage stage)
    {
        PlannedRecurrent layer = LayerOf(stage);
        return $"{layer.Cell.Name} {(layer.IsBidirectional ? "2×" : "")}{Vocabulary.Number(layer.Units)}{(layer.IsRectified ? ", ReLU" : "")}";
    }

    public override void Infer(InferenceStep step, StageWriter writer)
    {
        foreach (RecurrentDirection direction in LayerOf(step.Stage).Directions)
        {
            Step("Infer", step.Stage, direction, step.Input, writer)
                .With("bias", StageWriter.Parameters(direction.Bias))
                .With("output", StageWriter.Place(step.Output))
                .With("scratch", StageWriter.Place(step.Scratch!))
                .Write(writer.Code);
        }
    }

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        PlannedRecurrent layer = LayerOf(step.Stage);
        for (int i = 0; i < layer.Directions.Count; i++)
        {
            Call call = Step("Forward", step.Stage, layer.Directions[i], step.Input, writer)
                .With("bias", StageWriter.Parameters(layer.Directions[i].Bias))
                .With("output", StageWriter.Place(step.Output));
            WithKept(call, step.Recurrent!.Directions[i])
                .With("scratch", step.Recurrent.Product is { } product ? StageWriter.Place(product) : "default")
                .Write(writer.Code);
        }
    }

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        PlannedRecurrent layer = LayerOf(step.Stage);
        for (int i = 0; i < layer.Directions.Count; i++)
        {
            RecurrentDirection direction = layer.Directions[i];
            Slot inputGradient = step.Recurrent!.Directions[i].InputGradient ?? step.InputGradient;
            string place = StageWriter.Place(inputGradient);
            Call call = Step("Backward", step.Stage, direction, step.Input, writer)
                .With("outputGradient", StageWriter.Place(step.OutputGradient))
                .With("inputWeightGradient", StageWriter.Gradients(direction.InputWeights))
                .With("recurrentWeightGradient", StageWriter.Gradients(direction.StateWeights))
                .With("biasGradient", StageWriter.Gradients(direction.Bias))
                .With("inputGradient", step.IsOnDemand && inputGradient.Place != Place.InputGradient ? $"pass.InputGradient.IsEmpty ? default : {place}" : place);
            WithKept(call, step.Recurrent.Directions[i])
                .With("transposed", StageWriter.Fixed(step.Transposed!, Vocabulary.Number(layer.TurnedWeights)))
                .With("scratch", StageWriter.Place(step.Recurrent.StateGradient))
                .Write(writer.Code);
        }
        foreach (Slot second in step.Recurrent!.Directions.Select(direction => direction.InputGradient).OfType<Slot>())
            AddGradients(step, second, writer);
    }

    public override string ForwardFormula(Stage stage)
    {
        PlannedRecurrent layer = LayerOf(stage);
        string step = layer.Cell.Formula.Replace("#", Vocabulary.Number(layer.Number));
        if (layer.Cell.Gates == 1)
            step = step.Replace("f(", layer.IsRectified ? "ReLU(" : "tanh(");
        return $"step by step{(layer.IsBidirectional ? ", in both directions" : "")}: {step}";
    }

    public override string BackwardFormula(Stage stage)
    {
        string n = Vocabulary.Number(stage.Layer.Number);
        return $"dz step by step back, ∂L/∂h += dz·U{n}ᵀ;  dW{n} = xᵀ·dz,  dU{n} = hᵀ·dz,  db{n} = Σ dz,  dx = dz·W{n}ᵀ";
    }

    /// <summary>A call up to the weights.</summary>
    private static Call Step(string method, Stage stage, RecurrentDirection direction, Slot input, StageWriter writer)
    {
        PlannedRecurrent layer = LayerOf(stage);
        string activation = layer.Cell.Gates > 1 ? "" : $"<global::ActGen.Formulas.{(layer.IsRectified ? "ReLU" : "Tanh")}>";
        return new Call($"{writer.Vocabulary.Kernels("Recurrent")}.{method}<{Vocabulary.Type(layer.Cell.Name + "Cell")}{activation}>")
            .With("pass.Work")
            .With("shape", Shape(layer, direction))
            .With("input", StageWriter.Place(input))
            .With("inputWeights", StageWriter.Parameters(direction.InputWeights))
            .With("recurrentWeights", StageWriter.Parameters(direction.StateWeights));
    }

    /// <summary>The sizes; options only where they are not those of the type.</summary>
    private static string Shape(PlannedRecurrent layer, RecurrentDirection direction)
    {
        string options = string.Concat(
            new[] { (Name: "ReturnSequences", IsSet: layer.ReturnsSequences), (Name: "IsReverse", IsSet: direction.IsReverse), (Name: "IsBidirectional", IsSet: layer.IsBidirectional) }
                .Where(option => option.IsSet)
                .Select(option => $", {option.Name}: true"));
        return $"new(Steps: {Vocabulary.Number(layer.Steps)}, Inputs: {Vocabulary.Number(layer.Inputs)}, Units: {Vocabulary.Number(layer.Units)}{options})";
    }

    private static Call WithKept(Call call, DirectionSlots slots) => call
        .With("gates", StageWriter.Place(slots.Gates))
        .With("cells", slots.Cells is { } cells ? StageWriter.Place(cells) : "default")
        .With("previous", StageWriter.Place(slots.States));

    /// <summary>Both directions read the input: its gradient is the sum of theirs.</summary>
    private static void AddGradients(TrainingStep step, Slot second, StageWriter writer)
    {
        if (!step.IsOnDemand)
        {
            SumEmitter.Add(step.InputGradient, second, step.InputGradient, writer);
            return;
        }
        writer.Code.Line("if (!pass.InputGradient.IsEmpty)");
        using (writer.Code.Indent())
            SumEmitter.Add(step.InputGradient, second, step.InputGradient, writer);
    }

    private static PlannedRecurrent LayerOf(Stage stage) => (PlannedRecurrent)stage.Layer;
}
