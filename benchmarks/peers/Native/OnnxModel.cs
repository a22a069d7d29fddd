using System.Runtime.InteropServices;
using Google.Protobuf;

namespace ActGen.Peers.Native;

/// <summary>Networks as ONNX models: here a multi-layer perceptron with ReLU between its layers, and how a model is written. Field numbers are those of onnx.proto (ONNX 1.16, IR version 8).</summary>
internal static partial class OnnxModel
{
    private const int Float = 1, Integers = 7;

    /// <summary>The model's bytes: <c>x</c> (1 × widths[0]) to <c>y</c> (1 × widths[^1]).</summary>
    /// <param name="widths">Inputs, units of the hidden layers, outputs.</param>
    /// <param name="parameters">Weights (inputs × outputs) and bias of each layer, one after the other, as ActGen keeps them.</param>
    public static byte[] Perceptron(ReadOnlySpan<int> widths, ReadOnlySpan<float> parameters)
    {
        List<byte[]> nodes = [], initializers = [];
        for (int layer = 0, at = 0; layer + 1 < widths.Length; layer++)
        {
            int inputs = widths[layer], outputs = widths[layer + 1];
            bool isLast = layer + 2 == widths.Length;
            initializers.Add(Tensor($"w{layer}", [inputs, outputs], parameters.Slice(at, inputs * outputs)));
            at += inputs * outputs;
            initializers.Add(Tensor($"b{layer}", [outputs], parameters.Slice(at, outputs)));
            at += outputs;
            string input = layer == 0 ? "x" : $"a{layer - 1}", output = isLast ? "y" : $"z{layer}";
            nodes.Add(Node("Gemm", [input, $"w{layer}", $"b{layer}"], output));
            if (!isLast)
                nodes.Add(Node("Relu", [output], $"a{layer}"));
        }

        return Model(nodes, initializers, Value("x", [1, widths[0]]), Value("y", [1, widths[^1]]));
    }

    private static byte[] Model(List<byte[]> nodes, List<byte[]> initializers, byte[] x, byte[] y)
    {
        byte[] graph = Message(writer =>
        {
            foreach (byte[] node in nodes)
                Bytes(writer, 1, node);
            Text(writer, 2, "network");
            foreach (byte[] initializer in initializers)
                Bytes(writer, 5, initializer);
        });
        return Message(writer =>
        {
            Number(writer, 1, 8);
            Bytes(writer, 7, [.. graph, .. Message(inner => Bytes(inner, 11, x)), .. Message(inner => Bytes(inner, 12, y))]);
            Bytes(writer, 8, Message(opset => Number(opset, 2, 17)));
        });
    }

    private static byte[] Node(string type, string[] inputs, string output, params (string Name, long[] Values)[] attributes) => Message(writer =>
    {
        foreach (string input in inputs)
            Text(writer, 1, input);
        Text(writer, 2, output);
        Text(writer, 4, type);
        foreach ((string name, long[] values) in attributes)
            Bytes(writer, 5, Attribute(name, values));
    });

    /// <summary>AttributeProto: a list of integers.</summary>
    private static byte[] Attribute(string name, long[] values) => Message(writer =>
    {
        Text(writer, 1, name);
        foreach (long value in values)
            Number(writer, 8, value);
        Number(writer, 20, Integers);
    });

    private static byte[] Tensor(string name, long[] shape, ReadOnlySpan<float> values)
    {
        byte[] raw = MemoryMarshal.AsBytes(values).ToArray();
        return Message(writer =>
        {
            foreach (long length in shape)
                Number(writer, 1, length);
            Number(writer, 2, Float);
            Text(writer, 8, name);
            Bytes(writer, 9, raw);
        });
    }

    /// <summary>ValueInfoProto: a float tensor.</summary>
    private static byte[] Value(string name, long[] lengths)
    {
        byte[] shape = Message(writer =>
        {
            foreach (long length in lengths)
                Bytes(writer, 1, Message(dimension => Number(dimension, 1, length)));
        });
        byte[] tensor = Message(writer =>
        {
            Number(writer, 1, Float);
            Bytes(writer, 2, shape);
        });
        return Message(writer =>
        {
            Text(writer, 1, name);
            Bytes(writer, 2, Message(type => Bytes(type, 1, tensor)));
        });
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using MemoryStream memory = new();
        CodedOutputStream writer = new(memory);
        write(writer);
        writer.Flush();
        return memory.ToArray();
    }

    private static void Number(CodedOutputStream writer, int field, long value)
    {
        writer.WriteTag(field, WireFormat.WireType.Varint);
        writer.WriteInt64(value);
    }

    private static void Text(CodedOutputStream writer, int field, string value)
    {
        writer.WriteTag(field, WireFormat.WireType.LengthDelimited);
        writer.WriteString(value);
    }

    private static void Bytes(CodedOutputStream writer, int field, byte[] value)
    {
        writer.WriteTag(field, WireFormat.WireType.LengthDelimited);
        writer.WriteBytes(ByteString.CopyFrom(value));
    }
}
