using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ActGen.Files;

/// <summary>A tensor of a safetensors file as its header describes it.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Type">Element type, <c>F32</c>.</param>
/// <param name="Shape">Dimensions.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">Byte after the last.</param>
internal sealed record TensorEntry(string Name, string Type, IReadOnlyList<long> Shape, long Begin, long End);

/// <summary>Reads the JSON header strictly: what the format does not allow is refused.</summary>
/// <remarks>Format: https://github.com/huggingface/safetensors#format. An 8-byte little-endian length, that many bytes of JSON
/// starting with '{' and padded with spaces, the tensors without holes.</remarks>
internal static class SafetensorsHeader
{
    /// <summary>The limit of the reference implementation.</summary>
    public const long MaximumLength = 100_000_000;

    private const int MaximumRank = 16;

    // Names are kept while they are read, to find repeated ones: this bounds the memory that a hostile header costs.
    private const int MaximumMetadata = 10_000;

    /// <summary>The tensors in the order of their bytes.</summary>
    /// <param name="json">The header.</param>
    /// <param name="declared">Name of every tensor that may be there; any other one ends the reading, so that memory stays bounded by the declaration.</param>
    /// <param name="network">Name of the network, for messages.</param>
    /// <exception cref="WeightFileException">The header is malformed, or names a tensor that the network does not have.</exception>
    public static List<TensorEntry> Parse(ReadOnlySpan<byte> json, IReadOnlySet<string> declared, string network)
    {
        if (json.IsEmpty || json[0] != '{')
            throw new WeightFileException("The header does not start with '{'.");
        if (!Utf8.IsValid(json))
            throw new WeightFileException("The header is not valid UTF-8.");
        try
        {
            List<TensorEntry> tensors = Read(json.TrimEnd((byte)' '), declared, network);
            tensors.Sort(static (a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
            RequireContiguous(tensors);
            return tensors;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped lone surrogate, which UTF-8 cannot hold.
            throw new WeightFileException($"The header is not valid JSON: {failure.Message}", failure);
        }
    }

    private static List<TensorEntry> Read(ReadOnlySpan<byte> json, IReadOnlySet<string> declared, string network)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
        var tensors = new List<TensorEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject, "the header");
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!names.Add(name))
                throw new WeightFileException($"The header names \"{name}\" twice.");
            if (name == "__metadata__")
                SkipMetadata(ref reader);
            else if (declared.Contains(name))
                tensors.Add(ReadTensor(ref reader, name));
            else
                throw new WeightFileException($"{network} has no tensor \"{name}\".");
        }
        // The reader itself refuses anything but white space behind the object.
        if (reader.Read())
            throw new WeightFileException("There is something behind the header's object.");
        return tensors;
    }

    private static void SkipMetadata(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, "__metadata__");
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (names.Count == MaximumMetadata)
                throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"__metadata__ has more than {MaximumMetadata} entries."));
            if (!names.Add(name))
                throw new WeightFileException($"__metadata__ names \"{name}\" twice.");
            Expect(ref reader, JsonTokenType.String, $"__metadata__ \"{name}\"");
            // Decodes it: a malformed escape is refused, not carried along.
            _ = reader.GetString();
        }
    }

    private static TensorEntry ReadTensor(ref Utf8JsonReader reader, string name)
    {
        string? type = null;
        List<long>? shape = null, offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, $"tensor \"{name}\"");
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            bool repeated;
            switch (key)
            {
                case "dtype":
                    repeated = type is not null;
                    Expect(ref reader, JsonTokenType.String, $"dtype of \"{name}\"");
                    type = reader.GetString();
                    break;
                case "shape":
                    repeated = shape is not null;
                    shape = ReadNumbers(ref reader, $"shape of \"{name}\"", MaximumRank);
                    break;
                case "data_offsets":
                    repeated = offsets is not null;
                    offsets = ReadNumbers(ref reader, $"data_offsets of \"{name}\"", 2);
                    break;
                default:
                    throw new WeightFileException($"Tensor \"{name}\" has the unknown property \"{key}\".");
            }
            if (repeated)
                throw new WeightFileException($"Tensor \"{name}\" has {key} twice.");
        }
        if (type is null || shape is null || offsets is not { Count: 2 })
            throw new WeightFileException($"Tensor \"{name}\" needs dtype, shape and two data_offsets.");
        return new TensorEntry(name, type, shape, offsets[0], offsets[1]);
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string what, int most)
    {
        Expect(ref reader, JsonTokenType.StartArray, what);
        var numbers = new List<long>();
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw new WeightFileException($"The {what} holds {Encoding.UTF8.GetString(reader.ValueSpan)}, not a whole number from 0 to 2⁶³ − 1.");
            if (numbers.Count == most)
                throw new WeightFileException($"The {what} has more than {most} numbers.");
            numbers.Add(number);
        }
        return numbers;
    }

    private static void RequireContiguous(List<TensorEntry> tensors)
    {
        long end = 0;
        foreach (TensorEntry tensor in tensors)
        {
            if (tensor.Begin != end)
                throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"Tensor \"{tensor.Name}\" begins at byte {tensor.Begin}, the bytes before it end at {end}: tensors neither overlap nor leave holes."));
            if (tensor.End < tensor.Begin)
                throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"Tensor \"{tensor.Name}\" ends at byte {tensor.End}, before it begins at {tensor.Begin}."));
            end = tensor.End;
        }
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new WeightFileException("The header ends in the middle.");

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (Next(ref reader) != type)
            throw new WeightFileException($"Expected {type} for {what}, found {reader.TokenType}.");
    }
}
