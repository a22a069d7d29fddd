using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using ActGen.CompilerServices;

namespace ActGen.Files;

/// <summary>Reads the weights of one network from a safetensors file into a fresh buffer. Memory: the parameters, the header, one tensor.</summary>
internal static class SafetensorsReader
{
    private const int LengthBytes = 8;

    /// <summary>PyTorch's batch normalisation counts its batches beside its averages, for a momentum that this library does not have: the count is read over.</summary>
    private const string Average = ".running_mean", Variance = ".running_var", Count = ".num_batches_tracked";

    private const int MostCountBytes = 8;

    /// <summary>All parameters of a network; the stream must end behind them.</summary>
    /// <exception cref="WeightFileException">The file is malformed or does not fit the network.</exception>
    public static AlignedBuffer Read(Stream stream, NetworkPlan plan)
    {
        Dictionary<string, ParameterInfo> declared = plan.Definition.Parameters.ToDictionary(static tensor => tensor.Name, StringComparer.Ordinal);
        using MemoryStream header = ReadHeader(stream);
        HashSet<string> allowed = [.. declared.Keys, .. declared.Keys.Where(static name => name.EndsWith(Average, StringComparison.Ordinal)).Select(static name => name[..^Average.Length] + Count)];
        List<TensorEntry> entries = SafetensorsHeader.Parse(header.GetBuffer().AsSpan(0, (int)header.Length), allowed, plan.Definition.Name);
        RequireSameTensors([.. entries.Where(entry => declared.ContainsKey(entry.Name))], declared, plan.Definition.Name);
        var parameters = new AlignedBuffer(plan.StateCount);
        foreach (TensorEntry entry in entries)
        {
            if (!declared.TryGetValue(entry.Name, out ParameterInfo? tensor))
            {
                SkipCount(stream, entry);
                continue;
            }
            var values = new float[tensor.Length];
            ReadExactly(stream, MemoryMarshal.AsBytes(values.AsSpan()), $"tensor \"{entry.Name}\"");
            if (!BitConverter.IsLittleEndian)
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(values), MemoryMarshal.Cast<float, int>(values.AsSpan()));
            RequireFinite(values, entry.Name);
            if (tensor.Kind == ParameterKind.Statistic && entry.Name.EndsWith(Variance, StringComparison.Ordinal))
                RequireVariance(values, entry.Name);
            TensorLayout.FromFile(tensor, values, parameters.Span.Slice(tensor.Offset, tensor.Length));
        }
        if (stream.ReadByte() >= 0)
            throw new WeightFileException("The file goes on behind its last tensor.");
        return parameters;
    }

    private static MemoryStream ReadHeader(Stream stream)
    {
        Span<byte> length = stackalloc byte[LengthBytes];
        ReadExactly(stream, length, "the header's length");
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(length);
        if (size > SafetensorsHeader.MaximumLength)
            throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"The header claims {size} bytes; at most {SafetensorsHeader.MaximumLength} are allowed."));
        // Memory grows with what is there, not with what is claimed.
        var header = new MemoryStream();
        var chunk = new byte[Math.Min((int)size, 64 * 1024)];
        for (int left = (int)size; left > 0;)
        {
            int count = Math.Min(left, chunk.Length);
            ReadExactly(stream, chunk.AsSpan(0, count), "the header");
            header.Write(chunk, 0, count);
            left -= count;
        }
        return header;
    }

    private static void RequireSameTensors(List<TensorEntry> entries, Dictionary<string, ParameterInfo> declared, string network)
    {
        foreach (TensorEntry entry in entries)
        {
            ParameterInfo tensor = declared[entry.Name];
            int[] expected = TensorLayout.FileShape(tensor);
            if (!entry.Shape.SequenceEqual(expected.Select(static size => (long)size)))
                throw new WeightFileException($"Tensor \"{entry.Name}\" of {network} has shape [{Text(expected)}] in files; the file has [{Text(entry.Shape)}].");
            if (entry.Type != "F32")
                throw new WeightFileException($"Tensor \"{entry.Name}\" has dtype {entry.Type}; F32 is expected.");
            long bytes = (long)tensor.Length * sizeof(float);
            if (entry.End - entry.Begin != bytes)
                throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"Tensor \"{entry.Name}\" needs {bytes} bytes; its data_offsets span {entry.End - entry.Begin}."));
        }
        if (entries.Count != declared.Count)
            throw new WeightFileException($"The file lacks the tensor \"{declared.Keys.Except(entries.Select(static entry => entry.Name)).First()}\" of {network}.");
    }

    private static void SkipCount(Stream stream, TensorEntry entry)
    {
        if (entry.End - entry.Begin > MostCountBytes)
            throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"Tensor \"{entry.Name}\" is a single count; its data_offsets span {entry.End - entry.Begin} bytes."));
        Span<byte> count = stackalloc byte[MostCountBytes];
        ReadExactly(stream, count[..(int)(entry.End - entry.Begin)], $"tensor \"{entry.Name}\"");
    }

    private static void ReadExactly(Stream stream, Span<byte> destination, string what)
    {
        int read = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        if (read < destination.Length)
            throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"The file ends in {what}: {destination.Length} bytes are expected, {read} are there."));
    }

    private static void RequireFinite(ReadOnlySpan<float> values, string tensor)
    {
        int fault = values.IndexOfNonFinite();
        if (fault >= 0)
            throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"Element {fault} of tensor \"{tensor}\" is {values[fault]}; weights are finite numbers."));
    }

    // Its root would be NaN, and with it every prediction.
    private static void RequireVariance(ReadOnlySpan<float> values, string tensor)
    {
        int fault = values.IndexOfAnyInRange(float.NegativeInfinity, -float.Epsilon);
        if (fault >= 0)
            throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"Element {fault} of tensor \"{tensor}\" is {values[fault]}; a variance is at least 0."));
    }

    private static string Text<T>(IEnumerable<T> shape) => string.Join(", ", shape.Select(static size => string.Create(CultureInfo.InvariantCulture, $"{size}")));
}
