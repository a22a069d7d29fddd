using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Generator.Tests.Networks;

/// <summary>What people type on the way to a program: no exception, and no output that would be refused.</summary>
public sealed class RobustnessTests
{
    private const string Sample = """
        using ActGen;
        namespace Demo.@class;
        public partial class Outer<T> { }
        /// <summary>A &amp; B.</summary>
        [Network(8, InputMeanSquare = 0.5)]
        [Dense(4, Bias = false, Init = Initializer.He), LeakyReLU(0.2)] [GELU(Approximate = true)]
        [Dropout(0.2), Activation<Cube>(3)]
        [Dense(3)] [CrossEntropyLoss(ClassWeights = new double[] { 1, 2, 3 })]
        public sealed partial class Net { public Net(string name) : this(seed: 1) { } }
        [ActivationFunction] public readonly partial struct Cube { public static float Formula(float x, float scale = 1) => scale * x * x * x; }
        """;

    [Fact]
    public void The_sample_itself_compiles() => GeneratorHarness.Run(Sample).AssertBuilds();

    [Fact]
    public void Any_prefix_is_survived()
    {
        Sweep(Enumerable.Range(0, Sample.Length).Select(length => Sample[..length]));
    }

    [Fact]
    public void Any_deleted_or_doubled_or_swapped_token_is_survived()
    {
        SyntaxToken[] tokens = [.. TestCompilation.Parse(Sample, "File0.cs").GetRoot().DescendantTokens()];
        Sweep(tokens.Select(token => Sample.Remove(token.SpanStart, token.Span.Length)));
        Sweep(tokens.Select(token => Sample.Insert(token.SpanStart, token.Text + " ")));
        Sweep(tokens.Zip(tokens.Skip(1), (left, right) =>
            Sample[..left.SpanStart] + right.Text + " " + left.Text + Sample[right.Span.End..]));
    }

    [Theory]
    [InlineData("double.MaxValue")]
    [InlineData("double.NaN")]
    [InlineData("-1")]
    [InlineData("int.MinValue")]
    [InlineData("long.MaxValue")]
    [InlineData("null")]
    [InlineData("\"\\\"; } evil\"")]
    [InlineData("typeof(int)")]
    [InlineData("new object[] { 1, \"x\", null, new int[0] }")]
    [InlineData("(Initializer)77")]
    [InlineData("default")]
    [InlineData("undefined")]
    public void Any_value_in_any_place_is_survived(string value)
    {
        string[] numbers = ["8", "0.5", "4", "false", "Initializer.He", "0.2", "true", "3", "new double[] { 1, 2, 3 }"];
        Sweep(numbers.Select(number => Sample.Replace(number, value)));
    }

    [Theory]
    [InlineData("[Network(8)] [Network(4)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(8)] [Dense(2)] partial class Net; [Network(4)] partial class Net;")]
    [InlineData("[Dense(2)] partial class Net;")]
    [InlineData("[Network(8)] [Activation<int>] [Activation<Missing>] [Activation<>] partial class Net;")]
    [InlineData("[Network(8)] [Dense(2)] delegate void Net();")]
    [InlineData("[Network(8)] [Dense(2)] enum Net { }")]
    [InlineData("[Network(8)] [Dense(2)] interface Net { }")]
    [InlineData("[Network(8)] [Dense(2)] partial class Net : Net;")]
    [InlineData("[Network(8)] [Dense(2)] partial class Net : INetwork<Net>;")]
    [InlineData("[Network(8)] [Self] partial class SelfAttribute : ActivationAttribute<SelfAttribute>;")]
    [InlineData("[assembly: Network(8)]")]
    [InlineData("[Network(8)] [A.Dense(2)] partial class Net; class A { class DenseAttribute : LayerAttribute { } }")]
    public void Odd_targets_are_survived(string program) => GeneratorHarness.Run("using ActGen; " + program);

    private static void Sweep(IEnumerable<string> programs)
    {
        CSharpCompilation compilation = TestCompilation.Create(Sample);
        GeneratorRun run = GeneratorHarness.RunOnce(compilation);
        foreach (string program in programs)
        {
            // One driver all along, as an editor has it.
            CSharpCompilation next = run.Input.ReplaceSyntaxTree(run.Input.SyntaxTrees[0], TestCompilation.Parse(program, "File0.cs"));
            run = GeneratorHarness.Continue(run.Driver, next);
            foreach (string text in run.Sources.Values)
                Assert.DoesNotContain(CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }
    }
}
