using System.Collections.Immutable;
using ActGen.Analyzers.Options;
using ActGen.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Tests.Findings;

public class RuleOptionsTests
{
    [Theory]
    [InlineData("1e-3", 1e-3)]
    [InlineData(" 0.25 ", 0.25)]
    // what cannot be read or makes no sense counts as not written
    [InlineData("0,5", 1e-4)]
    [InlineData("low", 1e-4)]
    [InlineData("", 1e-4)]
    [InlineData("-1", 1e-4)]
    [InlineData("2", 1e-4)]
    [InlineData("NaN", 1e-4)]
    public void Gradient_floor(string text, double expected) => Assert.Equal(expected, Read(RuleOptions.GradientFloorKey, text).GradientFloor);

    [Theory]
    [InlineData("none", false)]
    [InlineData("None", false)]
    [InlineData("info", true)]
    [InlineData("nope", true)]
    public void Low_rank(string text, bool expected) => Assert.Equal(expected, Read(RuleOptions.LowRankKey, text).ReportsLowRank);

    [Fact]
    public void Inference_methods() =>
        Assert.Equal(["Predict", "Sample"], Read(RuleOptions.InferenceMethodsKey, " Predict,, Sample ,").InferenceMethods);

    [Fact]
    public Task An_option_reaches_the_rule_that_reads_it() => new AnalyzerTest
    {
        TestCode = "[Network(100)] [Dense(100), ReLU] [Dense(9)] [Dense(10)] [CrossEntropyLoss] partial class Factors; [Network(9)] [{|ACT1002:Dense(9)|}] [Dense(10)] [CrossEntropyLoss] partial class Net;",
        EditorConfig = ImmutableDictionary<string, string>.Empty.Add("actgen.low_rank", "none"),
    }.RunAsync();

    private static RuleOptions Read(string key, string value) => RuleOptions.Read(new Line(key, value));

    private sealed class Line(string key, string text) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string asked, out string value)
        {
            value = text;
            return asked == key;
        }
    }
}
