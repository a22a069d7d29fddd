using System.Text.Json;

namespace ActGen.Runtime.Tests.Optimizers;

/// <summary>Numbers that PyTorch made; Golden/make_golden.py is how.</summary>
internal static class GoldenFile
{
    public const int Size = 37;

    public static JsonElement Read(string name)
    {
        using Stream file = typeof(GoldenFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no golden file {name}.");
        using JsonDocument document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    }

    /// <summary>The same start as in the script, exact in float.</summary>
    public static float[] Start(int size = Size) => [.. Enumerable.Range(0, size).Select(i => ((i * 7919L % 251) - 125) / 64f)];

    /// <summary>The same gradients as in the script, exact in float.</summary>
    public static float[] Gradient(long step, int size = Size) =>
        [.. Enumerable.Range(0, size).Select(i => ((((i * 104729L) + (step * 1299709L) + (i * step * 31L)) % 509) - 254) / 1024f)];

    public static float[] Floats(JsonElement bits) =>
        [.. bits.EnumerateArray().Select(item => BitConverter.UInt32BitsToSingle(Convert.ToUInt32(item.GetString(), 16)))];
}
