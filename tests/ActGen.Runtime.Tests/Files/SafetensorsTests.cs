using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using ActGen.Probe;
using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Files;

public class SafetensorsTests
{
    private const string Weight = """ "layer1.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0,60]} """;
    private const string Bias = """ "layer1.bias":{"dtype":"F32","shape":[3],"data_offsets":[60,72]} """;
    private const string Scale = """ "layer1.activation.scale":{"dtype":"F32","shape":[1],"data_offsets":[72,76]} """;
    private const int DataBytes = 76;

    public static TheoryData<string, byte[], string> Malformed => new()
    {
        { "empty", [], "header's length" },
        { "seven bytes", new byte[7], "header's length" },
        { "no header", Header(0), "does not start" },
        { "header longer than the file", [.. Header(50), (byte)'{'], "ends in the header" },
        { "huge header", Header(ulong.MaxValue), "claims 18446744073709551615" },
        { "header above the limit", Header(100_000_001), "at most 100000000" },
        { "not an object", File("[]"), "does not start" },
        { "leading space", File(" {}"), "does not start" },
        { "not JSON", File("{oops}"), "not valid JSON" },
        { "cut JSON", File("{\"__metadata__\":"), "header" },
        { "trailing text", File("{}x"), "not valid JSON" },
        { "two objects", File("{}{}"), "not valid JSON" },
        { "invalid UTF-8", File([(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}'], 0), "UTF-8" },
        { "lone surrogate", File("""{"\ud800":1}"""), "JSON" },
        { "no tensors", File("{}"), "lacks the tensor \"layer1.weight\"" },
        { "a tensor missing", File($"{{{Weight},{Bias}}}", 72), "lacks the tensor \"layer1.activation.scale\"" },
        { "an unknown tensor", File("""{"other":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"""), "no tensor \"other\"" },
        { "twice the same name", File($"{{{Weight},{Weight}}}"), "twice" },
        { "metadata is no object", File("""{"__metadata__":1}"""), "__metadata__" },
        { "metadata value is no string", File("""{"__metadata__":{"a":1}}"""), "__metadata__" },
        { "metadata key twice", File("""{"__metadata__":{"a":"1","a":"2"}}"""), "twice" },
        { "too much metadata", File($"{{\"__metadata__\":{{{string.Join(',', Enumerable.Range(0, 10_001).Select(i => $"\"{i}\":\"\""))}}}}}"), "more than 10000 entries" },
        { "tensor is no object", File("""{"layer1.weight":3}"""), "layer1.weight" },
        { "unknown property", File("""{"layer1.weight":{"type":"F32"}}"""), "unknown property" },
        { "dtype twice", File("""{"layer1.weight":{"dtype":"F32","dtype":"F32"}}"""), "twice" },
        { "dtype missing", File("""{"layer1.weight":{"shape":[3,5],"data_offsets":[0,60]}}"""), "needs dtype" },
        { "shape missing", File("""{"layer1.weight":{"dtype":"F32","data_offsets":[0,60]}}"""), "needs dtype" },
        { "one offset", File("""{"layer1.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0]}}"""), "two data_offsets" },
        { "three offsets", File("""{"layer1.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0,1,2]}}"""), "more than 2" },
        { "negative offset", File("""{"layer1.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[-4,56]}}"""), "whole number" },
        { "fractional size", File("""{"layer1.weight":{"dtype":"F32","shape":[3.5],"data_offsets":[0,4]}}"""), "whole number" },
        { "huge size", File("""{"layer1.weight":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,4]}}"""), "whole number" },
        { "overflowing product", Whole(Weight.Replace("[3,5]", "[4611686018427387904,16]")), "has shape [3, 5] in files" },
        { "deep nesting", File("{\"layer1.weight\":{\"shape\":" + new string('[', 1000)), "whole number" },
        { "other shape", Whole(Weight.Replace("[3,5]", "[5,3]")), "shape [3, 5] in files; the file has [5, 3]" },
        { "other rank", Whole(Weight.Replace("[3,5]", "[15]")), "the file has [15]" },
        { "other type", Whole(Weight.Replace("F32", "F16")), "dtype F16" },
        { "hole", Whole(bias: Bias.Replace("[60,72]", "[64,76]"), scale: Scale.Replace("[72,76]", "[76,80]"), data: 80), "neither overlap nor leave holes" },
        { "overlap", Whole(bias: Bias.Replace("[60,72]", "[56,68]"), scale: Scale.Replace("[72,76]", "[68,72]"), data: 72), "neither overlap" },
        { "hole at the start", Whole(Weight.Replace("[0,60]", "[4,64]"), Bias.Replace("[60,72]", "[64,76]"), Scale.Replace("[72,76]", "[76,80]"), 80), "neither overlap" },
        { "end before begin", Whole(bias: Bias.Replace("[60,72]", "[60,58]"), scale: Scale.Replace("[72,76]", "[60,64]"), data: 64), "before it begins" },
        { "span is not the size", Whole(bias: Bias.Replace("[60,72]", "[60,76]"), scale: Scale.Replace("[72,76]", "[76,80]"), data: 80), "needs 12 bytes" },
        { "data cut", Whole(data: DataBytes - 1), "ends in tensor" },
        { "no data", Whole(data: 0), "ends in tensor \"layer1.weight\"" },
        { "data behind the end", Whole(data: DataBytes + 1), "goes on" },
    };

    [Fact]
    public void A_variance_below_0_is_refused()
    {
        using MemoryStream file = new();
        new ObservedBatches(seed: 1).Save(file);
        byte[] bytes = file.ToArray();
        Assert.Equal(1f, MemoryMarshal.Read<float>(bytes.AsSpan(^4)));
        MemoryMarshal.Write(bytes.AsSpan(^4), -0.5f);

        WeightFileException refused = Assert.Throws<WeightFileException>(() => ObservedBatches.Load(new MemoryStream(bytes)));

        Assert.Contains("Element 3 of tensor \"layer2.running_var\" is -0.5; a variance is at least 0.", refused.Message);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_files_give_the_exception_and_leave_the_network(string what, byte[] file, string message)
    {
        var network = new LinearClassifier(seed: 1);
        float[] before = network.Parameters.ToArray();
        var failure = Assert.Throws<WeightFileException>(() => network.LoadParameters(file));
        Assert.True(failure.Message.Contains(message, StringComparison.Ordinal), $"{what}: {failure.Message}");
        Assert.Throws<WeightFileException>(() => network.LoadParameters(new MemoryStream(file)));
        Assert.Throws<WeightFileException>(() => LinearClassifier.Load(file));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Every_cut_and_every_flipped_bit_of_the_header_is_refused_or_harmless()
    {
        var network = new LinearClassifier(seed: 2);
        byte[] file = Bytes(network);
        int header = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<WeightFileException>(() => LinearClassifier.Load(file.AsSpan(0, length)));
        for (int bit = 0; bit < header * 8; bit++)
        {
            byte[] changed = [.. file];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                // A changed letter of the metadata is still a valid file, of the same weights.
                Assert.Equal(network.Parameters.ToArray(), LinearClassifier.Load(changed).Parameters.ToArray());
            }
            catch (WeightFileException)
            {
                // Refused: nothing else may be thrown.
            }
        }
    }

    [Fact]
    public void A_claim_of_a_large_header_costs_no_memory()
    {
        byte[] file = Header(100_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<WeightFileException>(() => LinearClassifier.Load(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Weights_return_as_the_same_bits()
    {
        var network = new LinearClassifier(seed: 3);
        network.Parameters[0] = float.MaxValue;
        network.Parameters[1] = -0f;
        network.Parameters[2] = float.Epsilon;
        byte[] file = Bytes(network);
        AssertSameBits(network, LinearClassifier.Load(file));
        AssertSameBits(network, LinearClassifier.Load(new MemoryStream(file)));
        AssertSameBits(network, LinearClassifier.Load(new TricklingStream(file)));
        var other = new LinearClassifier(seed: 4);
        other.LoadParameters(file);
        AssertSameBits(network, other);
        Assert.Equal(file, Bytes(other));
    }

    [Fact]
    public void The_file_has_PyTorchs_names_and_layout()
    {
        var network = new LinearClassifier();
        for (int i = 0; i < network.Parameters.Length; i++)
            network.Parameters[i] = i;
        byte[] file = Bytes(network);
        int header = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.Equal(
            """{"__metadata__":{"format":"pt"},"layer1.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0,60]},"layer1.bias":{"dtype":"F32","shape":[3],"data_offsets":[60,72]},"layer1.activation.scale":{"dtype":"F32","shape":[1],"data_offsets":[72,76]}}""",
            Encoding.UTF8.GetString(file, 8, header).TrimEnd());
        Assert.Equal(0, (8 + header) % 8);
        float[] data = MemoryMarshal.Cast<byte, float>(file.AsSpan(8 + header)).ToArray();
        // [in, out] in memory, [out, in] in the file: row 0 holds the weights into output 0.
        Assert.Equal([0f, 3, 6, 9, 12], data[..5]);
        Assert.Equal([15f, 16, 17, 18], data[15..]);
    }

    [Fact]
    public void Tensors_may_come_in_any_order_with_metadata_and_padding()
    {
        const string json = """{"layer1.bias":{"shape":[3],"data_offsets":[4,16],"dtype":"F32"},"__metadata__":{"a":"b"},"layer1.activation.scale":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"layer1.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[16,76]}}   """;
        float[] data = [.. Enumerable.Range(0, 19).Select(i => (float)i)];
        LinearClassifier network = LinearClassifier.Load([.. Header((ulong)Encoding.UTF8.GetByteCount(json)), .. Encoding.UTF8.GetBytes(json), .. MemoryMarshal.AsBytes(data.AsSpan())]);
        Assert.Equal(0, network.Parameters[18]);
        Assert.Equal([1f, 2, 3], network.Parameters[15..18].ToArray());
        Assert.Equal([4f, 9, 14], network.Parameters[..3].ToArray());
    }

    private static void AssertSameBits(LinearClassifier expected, LinearClassifier actual) =>
        Assert.Equal(MemoryMarshal.AsBytes(expected.Parameters).ToArray(), MemoryMarshal.AsBytes(actual.Parameters).ToArray());

    private static byte[] Bytes(LinearClassifier network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }

    private static byte[] Whole(string weight = Weight, string bias = Bias, string scale = Scale, int data = DataBytes) =>
        File($"{{{weight},{bias},{scale}}}", data);

    private static byte[] File(string json, int data = DataBytes) => File(Encoding.UTF8.GetBytes(json), data);

    private static byte[] File(byte[] json, int data) => [.. Header((ulong)json.Length), .. json, .. new byte[data]];

    private static byte[] Header(ulong length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }

    /// <summary>Gives one byte at a time, as a slow connection may.</summary>
    private sealed class TricklingStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
