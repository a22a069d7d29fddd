using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>What layers that go along time say of an input that is no sequence.</summary>
internal static class SequenceInput
{
    private const string Network = "the network's input", Flatten = "[Flatten]";

    /// <summary>Why a shape is none that such a layer reads, and what to write; null when it is one.</summary>
    /// <param name="input">The shape.</param>
    /// <param name="origin">What made it.</param>
    public static string? Fault(Shape input, string origin) => input switch
    {
        { Rank: 2, HasChannels: false } => null,
        { HasChannels: true } => $"reads sequences (time, features), but {origin} gives (channels, length), {input}: put [Permute(2, 1)] before it",
        { Rank: 1 } => $"reads sequences (time, features), but {origin} gives rows of shape {input}: {Flat(input, origin)}",
        { Rank: 3 } => $"reads sequences (time, features), but {origin} gives rows of shape {input}: {Image(input)}",
        _ => $"reads sequences (time, features), but {origin} gives rows of shape {input}: put [Reshape] to two axes before it",
    };

    /// <summary>One axis is a sequence whose steps nobody told, or what is left of one.</summary>
    private static string Flat(Shape input, string origin) => origin switch
    {
        Network => $"declare its steps and their features, as [Network({input.Last}, 1)] for {input.Last} single values",
        Flatten => "remove [Flatten], which makes one axis of all",
        _ when RecurrentCell.Names.Any(name => origin == $"[{name}]") => $"set ReturnSequences = true on that layer, or make a sequence by [Reshape({input.Last}, 1)]",
        _ => $"make a sequence by [Reshape({input.Last}, 1)], or, where a recurrent layer stands before, set its ReturnSequences = true",
    };

    /// <summary>The rows of an image, one behind the other, each with all of its channels.</summary>
    private static string Image(Shape input)
    {
        (int channels, int height, int width) = (input.Dimensions[0], input.Dimensions[1], input.Last);
        string order = channels == 1 ? "" : "Permute(2, 3, 1), ";
        return $"to read an image row by row put [{order}Reshape({height}, {(long)channels * width})] before it";
    }
}
