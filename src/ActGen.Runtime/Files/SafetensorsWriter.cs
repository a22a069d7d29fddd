using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using ActGen.CompilerServices;

namespace ActGen.Files;

/// <summary>Writes the weights of a network as a safetensors file: the same bytes for the same weights.</summary>
internal static class SafetensorsWriter
{
    /// <summary>Tensors start at a multiple of this, as the reference implementation writes them.</summary>
    private const int HeaderAlignment = 8;

    public static void Write(Stream stream, NetworkDefinition network, ReadOnlySpan<float> parameters)
    {
        byte[] header = Header(network.Parameters);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (ParameterInfo tensor in network.Parameters)
        {
            var values = new float[tensor.Length];
            TensorLayout.ToFile(tensor, parameters.Slice(tensor.Offset, tensor.Length), values);
            if (!BitConverter.IsLittleEndian)
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(values), MemoryMarshal.Cast<float, int>(values.AsSpan()));
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    private static byte[] Header(IReadOnlyList<ParameterInfo> tensors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            // PyTorch's loaders ask for this entry.
            json.WriteString("format", "pt");
            json.WriteEndObject();
            long begin = 0;
            foreach (ParameterInfo tensor in tensors)
            {
                long end = begin + ((long)tensor.Length * sizeof(float));
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int size in TensorLayout.FileShape(tensor))
                    json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(begin);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                begin = end;
            }
            json.WriteEndObject();
        }
        int padding = (HeaderAlignment - (buffer.WrittenCount % HeaderAlignment)) % HeaderAlignment;
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan.ToArray();
    }
}
