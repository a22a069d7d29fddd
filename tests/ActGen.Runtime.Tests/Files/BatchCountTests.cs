using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using ActGen.CompilerServices;
using ActGen.Probe;

namespace ActGen.Runtime.Tests.Files;

/// <summary>PyTorch's batch normalisation has a third buffer, <c>num_batches_tracked</c>: it is read over, wherever it lies, and nothing else is.</summary>
public sealed class BatchCountTests
{
    private const string Count = "layer2.num_batches_tracked";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_count_of_batches_is_read_over(bool isFirst)
    {
        var network = new ObservedBatches(seed: 3);
        Assert.Equal(State(network), State(ObservedBatches.Load(WithCount(network, Count, bytes: 8, isFirst))));
    }

    [Theory]
    [InlineData("layer2.num_batches_tracked", 12, "is a single count; its data_offsets span 12 bytes")]
    [InlineData("layer1.num_batches_tracked", 8, "no tensor \"layer1.num_batches_tracked\"")]
    [InlineData("layer2.num_batches", 8, "no tensor \"layer2.num_batches\"")]
    public void Whatever_is_no_count_of_a_batch_normalisation_is_refused(string name, int bytes, string message) =>
        Assert.Contains(message, Assert.Throws<WeightFileException>(() => ObservedBatches.Load(WithCount(new ObservedBatches(seed: 3), name, bytes, isFirst: true))).Message);

    [Fact]
    public void A_file_that_ends_within_the_count_is_refused()
    {
        byte[] file = WithCount(new ObservedBatches(seed: 3), Count, bytes: 8, isFirst: false);
        Assert.Contains(Count, Assert.Throws<WeightFileException>(() => ObservedBatches.Load(file.AsSpan(..^1))).Message);
    }

    /// <summary>The file of a network with a tensor of integers before or behind the others, as safetensors files of PyTorch have them.</summary>
    private static byte[] WithCount(ObservedBatches network, string name, int bytes, bool isFirst)
    {
        using MemoryStream saved = new();
        network.Save(saved);
        byte[] file = saved.ToArray();
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        JsonObject header = JsonNode.Parse(file.AsSpan(8, length))!.AsObject();
        byte[] data = file[(8 + length)..], count = new byte[bytes];
        count[0] = 42;
        foreach ((string key, JsonNode? tensor) in header.Where(entry => isFirst && entry.Key != "__metadata__"))
            tensor!["data_offsets"] = new JsonArray([.. tensor["data_offsets"]!.AsArray().Select(offset => JsonValue.Create((int)offset! + bytes))]);
        int start = isFirst ? 0 : data.Length;
        header[name] = new JsonObject { ["dtype"] = "I64", ["shape"] = new JsonArray(), ["data_offsets"] = new JsonArray(start, start + bytes) };
        byte[] json = Encoding.UTF8.GetBytes(header.ToJsonString()), size = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(size, (ulong)json.Length);
        return [.. size, .. json, .. isFirst ? [.. count, .. data] : (byte[])[.. data, .. count]];
    }

    private static float[] State<TNet>(TNet network)
        where TNet : INetwork<TNet> => network.State.Buffer.Span.ToArray();
}
