using ActGen.Frontend.Model;
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
    public static string Fixed(FixedSlot slot) => $"pass.FixedBuffer({ProgramConstants.TrainingRow}, {slot.Name}, {Vocabulary.Number(slot.Length)})";

    public static string Parameters(ParameterTensor tensor) => $"pass.Parameters({ProgramConstants.Of(tensor)}, {Length(tensor)})";

    public static string Gradients(ParameterTensor tensor) => $"pass.Gradients({ProgramConstants.Of(tensor)}, {Length(tensor)})";

    /// <summary>The rows that a layer works on: of the batch, or of every position of a sequence.</summary>
    public static string Work(PlannedLayer layer) =>
        layer.Input.Positions == 1 ? "pass.Work" : $"pass.Work.PerPosition({Vocabulary.Number(layer.Input.Positions)})";

    public static string Operand(Frontend.Calculus.Operand operand) => $"global::ActGen.ActivationOperand.{operand}";

    /// <summary>A method of the program: one call behind an arrow, or a block of statements.</summary>
    /// <param name="header">Modifiers, type and name.</param>
    /// <param name="isBlock">Whether there is more, or less, than one call.</param>
    public CodeWriter.Scope Method(string header, bool isBlock)
    {
        string signature = $"{header}({vocabulary.PassParameter})";
        if (isBlock)
            return code.Block(signature);
        code.Line(signature + " =>");
        return code.Indent();
    }

    private static string Length(ParameterTensor tensor) => string.Join(" * ", tensor.Dimensions.Select(size => Vocabulary.Number(size)));
}
