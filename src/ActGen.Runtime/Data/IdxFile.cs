using System.Buffers.Binary;
using System.Globalization;

namespace ActGen;

/// <summary>An IDX file: two zero bytes, an element type, the number of dimensions, the dimensions and the elements, all big-endian (Y. LeCun, the MNIST database).</summary>
internal sealed class IdxFile
{
    private const int MaximumRank = 8;
    private readonly ElementType _type;
    private readonly byte[] _data;

    private IdxFile(ElementType type, int[] shape, byte[] data)
    {
        _type = type;
        Shape = shape;
        _data = data;
    }

    private enum ElementType
    {
        UInt8 = 0x08,
        Int8 = 0x09,
        Int16 = 0x0B,
        Int32 = 0x0C,
        Single = 0x0D,
        Double = 0x0E,
    }

    public int[] Shape { get; }

    private int Count => _data.Length / SizeOf(_type);

    public static IdxFile Read(Stream stream, string source)
    {
        Span<byte> magic = stackalloc byte[4];
        ReadExactly(stream, magic, source);
        var type = (ElementType)magic[2];
        int rank = magic[3];
        if (magic[0] != 0 || magic[1] != 0 || !Enum.IsDefined(type) || rank is < 1 or > MaximumRank)
            throw new DataFileException($"{source}: this is not an IDX file; it starts with {Convert.ToHexString(magic)}.");
        var shape = new int[rank];
        long length = SizeOf(type);
        Span<byte> size = stackalloc byte[4];
        for (int i = 0; i < rank; i++)
        {
            ReadExactly(stream, size, source);
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(size);
            if (shape[i] < 1)
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{source}: dimension {i} is {shape[i]}, not above 0."));
            length *= shape[i];
            if (length > Array.MaxLength)
                throw new DataFileException($"{source}: the dimensions {string.Join(" × ", shape[..(i + 1)])} are more than fits in memory.");
        }
        return new IdxFile(type, shape, ReadData(stream, (int)length, source));
    }

    public float[] ToFloats(double? scale)
    {
        double factor = scale ?? (_type == ElementType.UInt8 ? 1.0 / byte.MaxValue : 1);
        var values = new float[Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(Element(i) * factor);
        return values;
    }

    public int[] ToLabels(string source)
    {
        var labels = new int[Count];
        for (int i = 0; i < labels.Length; i++)
        {
            double value = Element(i);
            labels[i] = value == double.Floor(value) && value is >= 0 and < int.MaxValue
                ? (int)value
                : throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{source}: label {i} is {value}, not a whole number from 0 on."));
        }
        return labels;
    }

    private double Element(int index)
    {
        ReadOnlySpan<byte> bytes = _data.AsSpan(index * SizeOf(_type));
        return _type switch
        {
            ElementType.UInt8 => bytes[0],
            ElementType.Int8 => (sbyte)bytes[0],
            ElementType.Int16 => BinaryPrimitives.ReadInt16BigEndian(bytes),
            ElementType.Int32 => BinaryPrimitives.ReadInt32BigEndian(bytes),
            ElementType.Single => BinaryPrimitives.ReadSingleBigEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        };
    }

    private static int SizeOf(ElementType type) => type switch
    {
        ElementType.UInt8 or ElementType.Int8 => 1,
        ElementType.Int16 => 2,
        ElementType.Int32 or ElementType.Single => 4,
        _ => 8,
    };

    /// <summary>Memory grows with what is there, not with what the dimensions claim, and not beyond it.</summary>
    private static byte[] ReadData(Stream stream, int length, string source)
    {
        using var data = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int count;
        while (data.Length <= length && (count = stream.Read(chunk)) > 0)
            data.Write(chunk, 0, count);
        if (data.Length == length)
            return data.ToArray();
        string found = data.Length < length ? string.Create(CultureInfo.InvariantCulture, $"{data.Length} are there") : "there are more";
        throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{source}: the dimensions need {length} bytes of data, {found}."));
    }

    private static void ReadExactly(Stream stream, Span<byte> destination, string source)
    {
        if (stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) < destination.Length)
            throw new DataFileException($"{source}: the file ends in its header.");
    }
}
