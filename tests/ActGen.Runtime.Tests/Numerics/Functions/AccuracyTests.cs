using System.Runtime.CompilerServices;
using ActGen.Ulp;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Errors of the float kernels: one bit pattern in 256 against the double kernels and the table of docs/numerics.md, which the same sweep wrote from
/// all of them; one in 4,096 against references that share no code with the kernels.</summary>
public sealed class AccuracyTests
{
    private static readonly float[] Sample = Floats.Sample(stride: 1 << 12);

    private static readonly Dictionary<string, double> Table = AccuracyTable.Read(File.ReadAllText(Document()));

    public static TheoryData<string> Names => FunctionCases.Names;

    public static TheoryData<string> MeasuredNames => [.. Subjects.All.Select(subject => subject.Name)];

    [Theory]
    [MemberData(nameof(MeasuredNames))]
    public void Error_stays_within_the_table_and_that_within_the_promise(string name)
    {
        Subject subject = Subjects.Of(name);
        double promise = subject.Promise;
        Assert.True(Table.TryGetValue(name, out double reached), $"docs/numerics.md has no row for {name}: run tools/ulp.");
        Assert.True(reached <= promise, $"{name}: {reached} ULP are more than the promised {promise}.");
        Measurement measurement = new Sweep().Run(subject, stride: 256);
        Assert.Equal(1 << 24, measurement.Inputs);
        Assert.True(measurement.Ulps <= reached, $"{name}({measurement.At:R}) is wrong by {measurement.Ulps:F3} ULP, the table says at most {reached}.");
        Assert.Equal(0, measurement.NotOdd);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Error_to_an_independent_reference_stays_within_the_promise(string name)
    {
        FunctionCase function = FunctionCases.Of(name);
        float[] results = function.Apply(Sample);
        (double worst, float at) = (0, 0);
        for (int i = 0; i < results.Length; i++)
        {
            double error = Floats.Ulps(results[i], function.Exact(Sample[i]));
            if (error > worst)
                (worst, at) = (error, Sample[i]);
        }
        Assert.True(worst <= function.Promise, $"{name}({at:R}) is wrong by {worst:F3} ULP, promised are {function.Promise}.");
    }

    [Fact]
    public void The_table_says_what_is_measured()
    {
        Subject exponential = Subjects.Of("exp");
        Measurement measurement = new(1L << 32, 0.8761, -16.5f, 0, 0, 0);
        string document = AccuracyTable.Write("a\n<!-- measured by tools/ulp: begin -->\n| tanh | 1 | 0.5 | 2 | odd |\n<!-- measured by tools/ulp: end -->\nb\n", [(exponential, measurement)]);
        Assert.Contains("| exp | 1 | 0.877 | -16.5 | monotone |", document, StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, double> { ["exp"] = 0.877, ["tanh"] = 0.5 }, AccuracyTable.Read(document));
    }

    private static string Document([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "..", "docs", "numerics.md");
}
