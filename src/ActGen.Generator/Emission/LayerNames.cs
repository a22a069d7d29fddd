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
    public static string Heading(Stage stage) => stage.Layer is PlannedDropout or PlannedTransposition or PlannedPermutation or PlannedSum ? Of(stage) : $"{Vocabulary.Number(stage.Layer.Number)} │ {Of(stage)}";

    /// <summary>What training forward keeps for backward besides the layer's input, in words.</summary>
    public static string Keeps(Stage stage) => stage.Keeps switch
    {
        _ when stage.Pool is not null => stage.KeepsOutput ? "keeps p and where it came from" : "keeps where p came from",
        _ when stage.Layer is PlannedRecurrent { Cell.Gates: var gates } => gates > 1 ? "keeps x, gates, h" : "keeps x, h",
        Operand.Output => "keeps y",
        Operand.Derivative => "keeps f′",
        Operand.Input => stage.IsProduct ? "keeps z" : stage.KeepsOutput ? "keeps x, y" : "keeps x",
        _ => stage.IsProduct ? "keeps x" : stage.IsDropout ? "keeps nothing: the mask is drawn again" : "keeps nothing",
    };

    /// <summary>The same as a table cell.</summary>
    public static string KeepsCell(Stage stage) => Keeps(stage).Split(':')[0].Substring("keeps ".Length) is var kept && stage.IsProduct && kept != "x" ? "x, " + kept : kept;

    public static long ParameterCount(Stage stage) => stage.Tensors.Sum(tensor => (long)tensor.Length);

    /// <summary>Multiply-adds of one row, forward.</summary>
    public static long MultiplyAdds(Stage stage) => stage.Layer.MultiplyAdds;
}
