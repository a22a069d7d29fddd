using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>What the emitters of all layers share: the text so far and the spelling of places.</summary>
internal sealed class StageWriter(CodeWriter code, Vocabulary vocabulary)
{
    public CodeWriter Code => code;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>A value of a pass.</summary>
    public static string Place(Slot slot) => slot.Place switch
    {
        Planning.Place.Input => "pass.Input",
        Planning.Place.Output => "pass.Output",
        Planning.Place.InputGradient => "pass.InputGradient",
        Planning.Place.OutputGradient => "pass.OutputGradient",
        _ => $"pass.Buffer({slot.Name}, {Vocabulary.Number(slot.Width)})",
    };

    /// <summary>A buffer whose size does not depend on the rows.</summary>
    /// <param name="slot">The buffer.</param>
    /// <param name="length">Its length where a product says more than a number.</param>
    public static string Fixed(FixedSlot slot, string? length = null) =>
        $"pass.FixedBuffer({ProgramConstants.TrainingRow}, {slot.Name}, {length ?? Vocabulary.Number(slot.Length)})";

    public static string Parameters(ParameterTensor tensor) => $"pass.Parameters({ProgramConstants.Of(tensor)}, {Length(tensor)})";

    public static string Statistics(ParameterTensor tensor) => $"pass.Statistics({ProgramConstants.Of(tensor)}, {Length(tensor)})";

    /// <summary>The bias of a product in training.</summary>
    public static string Bias(PlannedProduct product) => product.Bias is { } bias ? Parameters(bias) : "default";

    /// <summary>The bias of a product at inference: a frozen network has another one where it folded a batch normalisation.</summary>
    public static string InferenceBias(Stage stage)
    {
        string bias = Bias((PlannedProduct)stage.Layer);
        return stage.Fold is { } fold ? $"pass.IsFrozen ? {Parameters(fold.Norm.RunningMean)} : {bias}" : bias;
    }

    public static string Gradients(ParameterTensor tensor) => $"pass.Gradients({ProgramConstants.Of(tensor)}, {Length(tensor)})";

    /// <summary>The rows that a layer works on: of the batch, or of every position of a sequence. All layers of a network say it
    /// alike, element-wise ones too: each worker then finds its share as it left it.</summary>
    public static string Work(PlannedLayer layer) => Work(layer.Input);

    /// <summary>The rows of a value of that shape.</summary>
    public static string Work(Shape shape) =>
        shape.Positions == 1 ? "pass.Work" : $"pass.Work.PerPosition({Vocabulary.Number(shape.Positions)})";

    /// <summary>The random numbers of a layer.</summary>
    public static string Random(PlannedLayer layer) => $"pass.Random(layer: {Vocabulary.Number(layer.Place.Index + 1)})";

    public static string Operand(Frontend.Calculus.Operand operand) => $"global::ActGen.ActivationOperand.{operand}";

    /// <summary>A method of the program: one call behind an arrow, or a block of statements.</summary>
    /// <param name="header">Modifiers, type and name.</param>
    /// <param name="isBlock">Whether there is more, or less, than one call.</param>
    /// <param name="isInference">Whether it reads nothing that only training has.</param>
    public CodeWriter.Scope Method(string header, bool isBlock, bool isInference = false)
    {
        string signature = $"{header}({(isInference ? vocabulary.InferencePassParameter : vocabulary.PassParameter)})";
        if (isBlock)
            return code.Block(signature);
        code.Line(signature + " =>");
        return code.Indent();
    }

    /// <summary>Elements of a tensor, as the product of its dimensions.</summary>
    public static string Length(ParameterTensor tensor) => string.Join(" * ", tensor.Dimensions.Select(size => Vocabulary.Number(size)));
}
