using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Analyzers.Tests.Declarations;

/// <summary>Every ACT0xxx error, at the place where it is corrected.</summary>
public class DeclarationProblemsTests
{
    [Theory]
    // ACT0001: at the class, also for a type around it
    [InlineData("[Network(4)] [Dense(2)] class {|ACT0001:Net|};")]
    [InlineData("class Outer { [Network(4)] [Dense(2)] partial class {|ACT0001:Net|}; }")]
    // ACT0002
    [InlineData("[Network(4)] [Dense(2)] abstract partial class {|ACT0002:Net|};")]
    [InlineData("[Network(4)] [Dense(2)] static partial class {|ACT0002:Net|};")]
    [InlineData("[Network(4)] [Dense(2)] partial class {|ACT0002:Net|}<T>;")]
    [InlineData("[Network(4)] [Dense(2)] file partial class {|ACT0002:Net|};")]
    [InlineData("[Network(4)] [Dense(2)] partial class Base { } [Network(4)] [Dense(2)] partial class {|ACT0002:Net|} : Base;")]
    // ACT0003
    [InlineData("[Network(4)] partial class {|ACT0003:Net|};")]
    [InlineData("[Network(4)] [MSELoss] partial class {|ACT0003:Net|};")]
    [InlineData("[{|ACT0003:Network|}] [Dense(2)] partial class Net;")]
    [InlineData("[Network({|ACT0003:0|})] [Dense(2)] partial class Net;")]
    [InlineData("[Network({|ACT0003:65536, 65536|})] [Dense(2)] partial class Net;")]
    [InlineData("[Network({|ACT0003:inputShape: [4, -1]|})] [Dense(2)] partial class Net;")]
    // ACT0004
    [InlineData("[Network(4)] partial class {|ACT0004:Net|}; [Dense(2)] partial class Net;")]
    // ACT0005
    [InlineData("[Network(1, 8, 8)] [{|ACT0005:Dense(2)|}] partial class Net;")]
    [InlineData("[Network(4)] [Dense(9)] [{|ACT0005:GLU|}] partial class Net;")]
    [InlineData("[Network(4)] [Dense(9), {|ACT0005:Maxout(2)|}] [Dense(2)] partial class Net;")]
    // ACT0006: at the argument
    [InlineData("[Network(4)] [SwiGLU({|ACT0006:0|})] partial class Net;")]
    [InlineData("[Network(4)] [RReLU(0.5, {|ACT0006:0.25|})] partial class Net;")]
    [InlineData("[Network(4)] [ReLU({|ACT0006:PerChannel = true|})] partial class Net;")]
    [InlineData("[Network(4)] [SiLU({|ACT0006:Precision = (Precision)2|})] partial class Net;")]
    [InlineData("[Network(4)] [Dense({|ACT0006:0|})] partial class Net;")]
    [InlineData("[Network(4)] [Dense({|ACT0006:units: -3|}, Bias = false)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2, Bias = false, {|ACT0006:Init = (Initializer)99|})] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2)] [Dropout({|ACT0006:1.5|})] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2), LeakyReLU({|ACT0006:double.NaN|})] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2)] [CrossEntropyLoss({|ACT0006:ClassWeights = [1, 2, 3]|})] partial class Net;")]
    [InlineData("[Network(4, {|ACT0006:InputMeanSquare = -1|})] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4, {|ACT0006:InputMeanSquare = double.MaxValue|})] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2), ISRU({|ACT0006:-1|})] partial class Net;")]
    // ACT0007
    [InlineData("[Network(4)] [{|ACT0007:MSELoss|}] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2)] [MSELoss] [{|ACT0007:L1Loss|}] partial class Net;")]
    // ACT0008
    [InlineData("[Network(4)] [Dense(1)] [{|ACT0008:CrossEntropyLoss|}] partial class Net;")]
    // ACT0012
    [InlineData("[Network(4)] [Dense(2)] partial class Net { int {|ACT0012:InputSize|} { get; } = 1; }")]
    [InlineData("[Network(4)] [Dense(2)] partial class Net { Net(int a) : this(a, 1) { } Net(int a, int b) : this((long)a) { } public {|ACT0012:Net|}(long seed) : this(1, 2) { } }")]
    [InlineData("[Network(4)] [Dense(2)] partial class Net { public int Forward() => 1; public void {|ACT0012:Forward|}(ReadOnlySpan<float> a, Span<float> b) { } }")]
    // ACT0014
    [InlineData("[Network(4)] [Dense(2)] partial class Net { public {|ACT0014:Net|}(string path) { } public Net(int a) : this(1L) { } }")]
    [InlineData("[Network(4)] [Dense(2)] partial class {|ACT0014:Net|}(string path) { public string Path => path; }")]
    // ACT0015
    [InlineData("[Network(4)] [Dense(2)] [{|ACT0015:Fancy|}] partial class Net; class FancyAttribute : LayerAttribute;")]
    public Task Is_reported_where_it_is_corrected(string code) => Verify(code);

    [Theory]
    [InlineData("[Network(4)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2)] partial class Net { public Net(string path) : this(1) { } public int Forward() => 1; }")]
    [InlineData("partial class Outer { partial struct Inner { [Network(4)] [Dense(2)] private partial class Net; } }")]
    [InlineData("[Network(16, 8)] [Dense(3), ReLU] [Dense(2)] [CrossEntropyLoss] partial class @class;")]
    [InlineData("[Network(4)] [Dense(2), PReLU(0.1)] partial class Net; class PReLUAttribute(double beta) : ActivationAttribute<P>(beta); [ActivationFunction] readonly partial struct P { static float Formula(float x, [Learnable] float beta = 1f) => beta * Functions.Tanh(x); }")]
    // while it is typed the C# compiler says what is wrong
    [InlineData("[Network(4)] [Dense(2), Activation<Missing>] partial class Net;")]
    [InlineData("[Network(4)] [Missing] [Dense(2)] partial class Net;")]
    [InlineData("[ActivationFunction] readonly partial struct Own { public static float Formula(float x) => x * Missing(x); } [Network(4)] [Dense(2), Activation<Own>] partial class Net;")]
    // attributes of the same names that are not the library's
    [InlineData("class Network2Attribute : System.Attribute; [Network2] class Net;")]
    public Task Is_silent_on_what_compiles(string code) => Verify(code);

    [Fact]
    public Task A_formula_is_marked_at_the_part_that_cannot_be_read() => AnalyzerHarness.VerifyAsync("""
        [ActivationFunction] readonly partial struct Own { static float Formula(float x) => x + {|ACT0010:Other|}(x); static float Other(float x) => x; }
        [Network(4)] [Dense(2), Activation<Own>] partial class Net;
        """);

    [Fact]
    public async Task A_version_of_the_language_that_is_too_low_is_said()
    {
        ImmutableArray<Diagnostic> found = await AnalyzerHarness.DiagnosticsAsync(TestCompilation.Create(
            ["[ActGen.Network(4)] [ActGen.Dense(2)] public partial class Net { }"],
            TestReferences.Default,
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp9)));

        Assert.Equal("ACT0013", Assert.Single(found).Id);
    }

    /// <summary>The one error, at its place: uses of the class keep compiling.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp10, "")]
    [InlineData(LanguageVersion.CSharp11, "using (Trainer<Net> trainer = net.CreateTrainer(new Adam(0.01), 8)) { }")]
    public Task A_version_of_the_language_that_is_too_low_is_the_only_error(LanguageVersion version, string use) => new AnalyzerTest
    {
        TestCode = $$"""
            [Network(4)] [Dense(2)] [CrossEntropyLoss] public partial class {|ACT0013:Net|} { }
            static class Uses
            {
                static void Run(float[] inputs, float[] outputs, int[] labels)
                {
                    var net = new Net(seed: Net.InputSize);
                    net.Forward(inputs, outputs);
                    net.Predict(inputs, outputs);
                    outputs = net.Predict(inputs);
                    labels[0] = net.Classify(inputs);
                    {{use}}
                }
            }
            """,
        ParseOptions = TestCompilation.ParseOptions.WithLanguageVersion(version),
    }.RunAsync();

    [Theory]
    [InlineData(LanguageVersion.CSharp10, "[ActivationFunction] public readonly partial struct {|ACT0013:Own|} { public static float Formula(float x) => x * 2; }")]
    [InlineData(LanguageVersion.CSharp11, "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x * 2; }")]
    [InlineData(LanguageVersion.CSharp11, "[Network(4)] [Dense(2), Activation<Own>] public partial class {|ACT0013:Net|} { } [ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x * 2; }")]
    public Task A_formula_needs_a_version_of_its_own(LanguageVersion version, string code) =>
        new AnalyzerTest { TestCode = code, ParseOptions = TestCompilation.ParseOptions.WithLanguageVersion(version) }.RunAsync();

    [Theory]
    [InlineData("double.MaxValue", "at most 3.4028235E+38")]
    [InlineData("-1", "a mean square is above 0")]
    public async Task A_mean_square_out_of_range_is_told_the_bound_it_breaks(string value, string rule) =>
        Assert.Contains(rule, Assert.Single(await Verify($"[Network(4, {{|ACT0006:InputMeanSquare = {value}|}})] [Dense(2)] partial class Net;")).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("#pragma warning disable ACT0006\n[Network(4)] [Dense({|ACT0006:0|})] partial class Net;")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"ACT0006\")] [Network(4)] [Dense({|ACT0006:0|})] partial class Net;")]
    public Task Cannot_be_suppressed(string code) => Verify(code);

    [Fact]
    public async Task Cannot_be_switched_off()
    {
        CSharpCompilation program = TestCompilation.Create(
            ["[ActGen.Network(4)] [ActGen.Dense(0)] partial class Net;"],
            TestReferences.Default,
            options: TestCompilation.Options.WithSpecificDiagnosticOptions([new("ACT0006", ReportDiagnostic.Suppress)]));

        Diagnostic diagnostic = Assert.Single(await AnalyzerHarness.DiagnosticsAsync(program));
        Assert.Equal(("ACT0006", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
    }

    [Fact]
    public async Task An_error_does_not_silence_independent_findings()
    {
        ImmutableArray<Diagnostic> found = await Verify("""
            [Network(4)] [Dense({|ACT0006:0|})] [Dropout({|ACT0006:20|})] [Dense(8), {|ACT1001:Softmax|}] [Dense(3), {|ACT2001:Softmax|}] [CrossEntropyLoss] class {|ACT0001:Net|};
            """);

        Assert.Contains("20 % is 0.2", string.Join('\n', found.Select(diagnostic => diagnostic.GetMessage())));
    }

    private static Task<ImmutableArray<Diagnostic>> Verify(string code) => new AnalyzerTest
    {
        TestCode = code,
        // What C# itself says of such classes (static, file-local …) is not what is tested.
        ExpectCompiles = false,
    }.RunAsync();
}
