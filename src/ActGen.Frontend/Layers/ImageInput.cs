using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>What layers with a window say of an input over which it cannot slide.</summary>
internal static class ImageInput
{
    private const string Images = "reads images (channels, height, width)", Lines = "reads (channels, length)", Network = "the network's input";

    /// <summary>Why a shape is none that a window on so many axes reads, and what to write; null when it is one.</summary>
    /// <param name="axes">1 or 2.</param>
    /// <param name="input">The shape.</param>
    /// <param name="origin">What made it.</param>
    public static string? Fault(int axes, Shape input, string origin) => axes == 1 && input.IsSequence ? $"{Lines}, but {origin} gives (time, features), {input}: put [Permute(2, 1)] before it"
        : input.Rank == axes + 1 ? null
        : axes == 2 ? $"{Images}, but {origin} gives rows of shape {input}{Remedy(origin, Image(input))}"
        : input.Rank == 1 ? $"{Lines}, but {origin} gives rows of shape {input}{Remedy(origin, Shape.Of(1, input.Last))}"
        : $"{Lines}, but {origin} gives rows of shape {input}{(input.Rank == 3 ? ": for images there is the layer on two axes" : "")}";

    /// <summary>What to write where a window on one axis does not fit because that axis is not the one that is meant; nothing elsewhere.</summary>
    /// <param name="axes">1 or 2.</param>
    /// <param name="input">The shape.</param>
    /// <param name="cells">Cells of the window.</param>
    public static string IfSwapped(int axes, Shape input, int cells) =>
        axes == 1 && input.Features >= cells ? ": it slides along the last axis; where that is the features, put [Permute(2, 1)] before it" : "";

    /// <summary>The image that such values may be: one channel or three, as high as wide; unknown where none is obvious.</summary>
    private static Shape Image(Shape input)
    {
        if (input.Rank == 2)
            return Shape.Of(1, input.Dimensions[0], input.Last);
        foreach (int channels in new[] { 1, 3 })
        {
            int side = (int)Math.Sqrt(input.Size / channels);
            if (input.Rank == 1 && side > 1 && (long)side * side * channels == input.Size)
                return Shape.Of(channels, side, side);
        }
        return Shape.Unknown;
    }

    private static string Remedy(string origin, Shape image)
    {
        string sizes = image.IsKnown ? string.Join(", ", image.Dimensions) : "1, 28, 28";
        return origin == Network ? $": declare it as [Network({sizes})]{(image.IsKnown ? "" : ", say")}"
            : image.IsKnown ? $": put [Reshape({sizes})] before it" : "";
    }
}
