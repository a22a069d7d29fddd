using System.Collections.Immutable;
using System.Globalization;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests;

/// <summary>While somebody types, a program is anything: analyzers must not throw (AD0001 switches one off for the session).</summary>
public class RobustnessTests
{
    private const string Program = """
        [ActivationFunction] readonly partial struct Own { static float Formula(float x, float a = 1f) => x > 0 ? x : a * Functions.Tanh(x); }
        partial class Outer
        {
            [Network(8, InputMeanSquare = 0.1)] [Dense(16, Bias = false), Activation<Own>(0.5)] [Dropout(0.1)]
            [Dense(4), Softmax] [Dense(3), Sigmoid] [CrossEntropyLoss(ClassWeights = [1, 2, 3])]
            private sealed partial class Net { public Net(string s) : this(1) { } }
        }
        class Use
        {
            float Run(Span<float> logits, Span<float> p, int[] y)
            {
                try { for (int i = 0; i < 3; i++) Activations.Softmax(logits, p); } finally { p[..3].Clear(); }
                (p[0], _) = (1, 2);
                return Losses.CrossEntropy(p, y);
            }
            static float Own(float[] x) => MathF.Log(1 / (1 + MathF.Exp(-x[0])));
            void Train(Outer.Net net, Dataset data)
            {
                var (train, test) = data.Split(0.8);
                foreach (var n in new[] { 1, 2 }) { using var t = net.CreateTrainer(new Adam(0.5), 8); t.Step(new float[n], [1, 2]); }
                float[] q = net.Predict(stackalloc float[8]);
                Activations.Softmax(q, q[..2]);
                float s = 0; foreach (var v in q) s += MathF.Exp(v) / Own(q);
                net.Fit(test, test); net.Evaluate(train);
            }
        }
        """;

    [Fact]
    public async Task No_exception_on_any_beginning_of_a_program()
    {
        for (int length = 0; length < Program.Length; length++)
            await Analyze(Program[..length]);
    }

    [Fact]
    public async Task No_exception_when_a_piece_is_missing_or_doubled()
    {
        SyntaxToken[] tokens = [.. TestCompilation.Parse(Program, "Program.cs").GetRoot().DescendantTokens()];
        foreach (SyntaxToken token in tokens)
        {
            await Analyze(Program.Remove(token.FullSpan.Start, token.FullSpan.Length));
            await Analyze(Program.Insert(token.FullSpan.Start, token.ToFullString()));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("int.MaxValue")]
    [InlineData("int.MinValue")]
    [InlineData("\"text\"")]
    [InlineData("(float)1 / 0")]
    [InlineData("typeof(int)")]
    [InlineData("new object[] { null }")]
    [InlineData("default")]
    public async Task No_exception_on_any_argument(string argument)
    {
        foreach (string layer in new[] { "Network", "Dense", "Dropout", "ReLU", "LeakyReLU", "Activation<Own>", "Activation<int>", "HuberLoss", "CrossEntropyLoss" })
        {
            await Analyze($"[Network(4), Dense(3), {layer}({argument})] partial class Net; [ActivationFunction] readonly partial struct Own {{ static float Formula(float x) => x; }}");
            await Analyze($"[Network(4), Dense(3), {layer}(ClassWeights = {argument}, Bias = {argument}, LabelSmoothing = {argument})] partial class Net;");
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public async Task Messages_are_the_same_under_every_culture(string culture)
    {
        string[] expected = await Messages();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, await Messages());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static async Task<string[]> Messages() => [.. (await NetworkTest.VerifyAsync(
            "[Network(784)] [{|ACT1002:Dense(1280)|}] [Dense(1600), {|ACT1001:Softmax|}] [Dense(10), {|ACT2001:Softmax|}] [CrossEntropyLoss]"))
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }

    [Fact]
    public async Task A_project_without_the_library_costs_and_says_nothing() => Assert.Empty(
        await AnalyzerHarness.DiagnosticsAsync(TestCompilation.Create(["[Network] class Net;"], TestReferences.Framework)));

    private static Task<ImmutableArray<Diagnostic>> Analyze(string program) =>
        AnalyzerHarness.DiagnosticsAsync(TestCompilation.Create(program, AnalyzerTest.Usings));
}
