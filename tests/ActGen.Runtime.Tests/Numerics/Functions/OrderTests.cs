namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Monotone functions never fall from one float to the next; odd ones are odd bit for bit.</summary>
public sealed class OrderTests
{
    private const int Neighbours = 4096;

    public static TheoryData<string> MonotoneNames => FunctionCases.MonotoneNames;

    public static TheoryData<string> OddNames => FunctionCases.OddNames;

    [Theory]
    [MemberData(nameof(MonotoneNames))]
    public void Never_falls_between_neighbours(string name)
    {
        FunctionCase function = FunctionCases.Of(name);
        float[] x = new float[Neighbours];
        // Stretches all over the floats, and around each value at which a formula may change.
        IEnumerable<uint> starts = Enumerable.Range(0, 256).Select(i => ((uint)i << 24) + ((uint)i * 40503 << 3));
        starts = starts.Concat(Floats.Edges.Where(float.IsFinite).Select(edge => BitConverter.SingleToUInt32Bits(edge) - (Neighbours / 2)));
        foreach (uint start in starts)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = BitConverter.UInt32BitsToSingle(unchecked(start + (uint)i));
            float[] y = function.Apply(x);
            for (int i = 1; i < x.Length; i++)
            {
                bool falls = x[i] > x[i - 1] ? y[i] < y[i - 1] : x[i] < x[i - 1] && y[i] > y[i - 1];
                Assert.False(falls, $"{name}({x[i - 1]:R}) = {y[i - 1]:R}, {name}({x[i]:R}) = {y[i]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(MonotoneNames))]
    public void Never_falls_over_all_binades(string name)
    {
        FunctionCase function = FunctionCases.Of(name);
        float[] x = [.. Floats.Sample(stride: 1 << 14).Where(value => !float.IsNaN(value)).Order()];
        float[] y = function.Apply(x);
        for (int i = 1; i < x.Length; i++)
            Assert.False(y[i] < y[i - 1], $"{name}({x[i - 1]:R}) = {y[i - 1]:R}, {name}({x[i]:R}) = {y[i]:R}");
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public void Is_odd(string name)
    {
        FunctionCase function = FunctionCases.Of(name);
        float[] x = Floats.Sample(stride: 1 << 14);
        float[] y = function.Apply(x), mirrored = function.Apply([.. x.Select(value => -value)]);
        for (int i = 0; i < x.Length; i++)
            Assert.True(Floats.AreSame(-y[i], mirrored[i]), $"{name}({x[i]:R}) = {y[i]:R}, {name}({-x[i]:R}) = {mirrored[i]:R}");
    }
}
