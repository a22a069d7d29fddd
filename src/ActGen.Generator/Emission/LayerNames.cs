using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Layers in words, for comments, the table and the summary.</summary>
internal static class LayerNames
{
    /// <summary><c>Dense 128 + ReLU</c>.</summary>
    public static string Of(Stage stage) => LayerEmitter.Of(stage).Name(stage);

    /// <summary>The number and name above a layer's methods.</summary>
    public static string Heading(Stage stage) => stage.IsDropout ? Of(stage) : $"{Vocabulary.Number(stage.Layer.Number)} │ {Of(stage)}";

    /// <summary>What training forward keeps for backward besides the layer's input, in words.</summary>
    public static string Keeps(Stage stage) => stage.Keeps switch
    {
        Operand.Output => "keeps y",
        Operand.Derivative => "keeps f′",
        Operand.Input => stage.IsDense ? "keeps z" : "keeps x",
        _ => stage.IsDense ? "keeps x" : stage.IsDropout ? "keeps nothing: the mask is drawn again" : "keeps nothing",
    };

    /// <summary>The same as a table cell.</summary>
    public static string KeepsCell(Stage stage) => Keeps(stage).Split(':')[0].Substring("keeps ".Length) is var kept && stage.IsDense && kept != "x" ? "x, " + kept : kept;

    public static long ParameterCount(Stage stage)
    {
        long count = stage.Activation?.Parameters.Items.Sum(parameter => parameter.Learned?.Length ?? 0) ?? 0;
        return stage.Layer is PlannedDense dense ? count + dense.Weights.Length + (dense.Bias?.Length ?? 0) : count;
    }

    /// <summary>Multiply-adds of one row, forward.</summary>
    public static long MultiplyAdds(Stage stage) => stage.Layer is PlannedDense dense ? (long)dense.Weights.Length * dense.Input.Positions : 0;
}
