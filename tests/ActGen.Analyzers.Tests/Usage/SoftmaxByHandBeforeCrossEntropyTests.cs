using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Usage;

public class SoftmaxByHandBeforeCrossEntropyTests
{
    [Theory]
    // the plain case, and its spellings
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy({|ACT4001:p|}, labels);")]
    [InlineData("Activations.Softmax(destination: p, source: logits); return Losses.CrossEntropy(labels: labels, logits: {|ACT4001:p|});")]
    [InlineData("Activations.Softmax(logits, p, 10); return Losses.CrossEntropy({|ACT4001:p|}, labels, gradient);")]
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy({|ACT4001:p|}, targets);")]
    [InlineData("Activations.Softmax(logits, p); return Losses.Focal({|ACT4001:p|}, labels);")]
    [InlineData("Activations.Softmax(logits, p); return Losses.GeneralizedCrossEntropy({|ACT4001:p|}, labels, q: 0.5);")]
    // in place
    [InlineData("Activations.Softmax(p, p); return Losses.CrossEntropy({|ACT4001:p|}, labels);")]
    // through locals, views and copies
    [InlineData("var q = new float[10]; Activations.Softmax(logits, q); return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    [InlineData("Span<float> q = stackalloc float[10]; Activations.Softmax(logits, q); return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    [InlineData("Activations.Softmax(logits, p); ReadOnlySpan<float> q = p; return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy({|ACT4001:p[..10]|}, labels);")]
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy({|ACT4001:p.Slice(0, 10)|}, labels);")]
    [InlineData("var q = new float[10]; Activations.Softmax(logits, q.AsSpan(0, 10)); return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    [InlineData("var q = new float[10]; Activations.Softmax(logits, p); p.CopyTo(q); return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    [InlineData("Activations.Softmax(logits, p); float[] q = p.ToArray(); return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    [InlineData("Activations.Softmax(logits, _field); return Losses.CrossEntropy({|ACT4001:_field|}, labels);")]
    // row by row
    [InlineData("var q = new float[30]; for (int i = 0; i < 3; i++) Activations.Softmax(logits.Slice(i * 10, 10), q.AsSpan(i * 10, 10)); return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    // on every way
    [InlineData("if (flag) Activations.Softmax(logits, p); else Activations.Softmax(logits, p, 10); return Losses.CrossEntropy({|ACT4001:p|}, labels);")]
    [InlineData("float loss = 0; while (flag) { Activations.Softmax(logits, p); loss += Losses.CrossEntropy({|ACT4001:p|}, labels); } return loss;")]
    // what Predict has made, methods of the project, tuples
    [InlineData("var net = new Classes(); net.Predict(logits, p); return Losses.CrossEntropy({|ACT4001:p|}, labels);")]
    [InlineData("return Losses.CrossEntropy({|ACT4001:Own.Softmax(logits)|}, labels);")]
    [InlineData("float[] q = Own.Softmax(logits); return Losses.CrossEntropy({|ACT4001:q|}, labels);")]
    [InlineData("(float[] q, int n) = (Own.Softmax(logits), 1); return Losses.CrossEntropy({|ACT4001:q|}, labels) + n;")]
    // readers in between
    [InlineData("Activations.Softmax(logits, p); float sum = 0; foreach (float v in p) sum += v; Console.WriteLine(p[0] + p.Length); return Losses.CrossEntropy({|ACT4001:p|}, labels);")]
    [InlineData("Activations.Softmax(logits, p); Read(p); return Losses.CrossEntropy({|ACT4001:p|}, labels);")]
    [InlineData("Func<float[], int[], float> f = (q, l) => { Activations.Softmax(q, q); return Losses.CrossEntropy({|ACT4001:q|}, l); }; return 0;")]
    [InlineData("try { Activations.Softmax(logits, p); return Losses.CrossEntropy({|ACT4001:p|}, labels); } finally { Read(p); }")]
    [InlineData("using (new MemoryStream()) { Activations.Softmax(logits, p); } return Losses.CrossEntropy({|ACT4001:p|}, labels);")]
    [InlineData("return Local(_field, _labels); static float Local(float[] q, int[] l) { Activations.Softmax(q, q); return Losses.CrossEntropy({|ACT4001:q|}, l); }")]
    public Task Reports(string body) => Verify(body);

    [Theory]
    // logits are what belongs there
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy(logits, labels);")]
    [InlineData("float loss = Losses.CrossEntropy(logits, labels); Activations.Softmax(logits, p); return loss;")]
    // soft targets are probabilities
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy(logits, p);")]
    // written since, in whole or in part
    [InlineData("Activations.Softmax(logits, p); logits.CopyTo(p); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); p[0] = 1; return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); p[0] += 1; return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); p[0] = flag ? 1 : 0; return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); p.Fill(1); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); p[3..].Clear(); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); Write(p); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); foreach (ref float v in p) v = 1; return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); ref float v = ref p[0]; v = 1; return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); (p[0], p[1]) = (p[1], p[0]); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); Span<float> q = p; q.Clear(); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); Change(ref p[0]); return Losses.CrossEntropy(p, labels);")]
    // the variable means another buffer
    [InlineData("Activations.Softmax(logits, p); p = new float[10]; return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); p = Other(); return Losses.CrossEntropy(p, labels);")]
    [InlineData("var q = new float[10]; Activations.Softmax(logits, q); (q, _) = (new float[10], 1); return Losses.CrossEntropy(q, labels);")]
    [InlineData("var q = new float[10]; Activations.Softmax(logits, q); Replace(ref q); return Losses.CrossEntropy(q, labels);")]
    // only on one way
    [InlineData("if (flag) Activations.Softmax(logits, p); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); if (flag) p.Fill(0); return Losses.CrossEntropy(p, labels);")]
    [InlineData("while (flag) { Losses.CrossEntropy(p, labels); Activations.Softmax(logits, p); } return 0;")]
    // others may have written
    [InlineData("Activations.Softmax(logits, _field); Unknown(); return Losses.CrossEntropy(_field, labels);")]
    [InlineData("var q = new float[10]; Keep(q); Activations.Softmax(logits, q); Unknown(); return Losses.CrossEntropy(q, labels);")]
    [InlineData("var q = new float[10]; Action a = () => q[0] = 1; Activations.Softmax(logits, q); a(); return Losses.CrossEntropy(q, labels);")]
    [InlineData("var a = new float[10]; var b = new float[10]; Activations.Softmax(logits, a); var c = flag ? a : b; c[0] = 1; return Losses.CrossEntropy(a, labels);")]
    [InlineData("try { Activations.Softmax(logits, p); } finally { p.Clear(); } return Losses.CrossEntropy(p, labels);")]
    [InlineData("try { Activations.Softmax(logits, p); Unknown(); } catch { return Losses.CrossEntropy(p, labels); } return 0;")]
    // methods of the project that do not always, or that are not understood
    [InlineData("return Losses.CrossEntropy(Own.Sometimes(_field, flag), labels);")]
    [InlineData("return Losses.CrossEntropy(Own.Endless(_field), labels);")]
    [InlineData("float[] q = Own.Softmax(logits); q[0] = 1; return Losses.CrossEntropy(q, labels);")]
    [InlineData("var net = new Classes(); net.Forward(logits, p); return Losses.CrossEntropy(p, labels);")]
    // another library's methods
    [InlineData("Other2.Activations.Softmax(logits, p); return Losses.CrossEntropy(p, labels);")]
    [InlineData("Activations.Softmax(logits, p); return Other2.Losses.CrossEntropy(p, labels);")]
    // part of the buffer
    [InlineData("Activations.LogSoftmax(logits, p); return Losses.CrossEntropy(p, labels);")]
    public Task Is_silent(string body) => Verify(body);

    [Fact]
    public async Task Says_the_floor_for_the_number_of_classes_and_what_to_pass()
    {
        Diagnostic diagnostic = Assert.Single(await Verify("Activations.Softmax(logits, p, 3); return Losses.CrossEntropy({|ACT4001:p|}, labels);"));

        Assert.Equal(
            "'p' went through Activations.Softmax, and Losses.CrossEntropy applies softmax again: with 3 classes the loss cannot fall below 0.5514. Pass the logits 'logits'.",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Theory]
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy({|ACT4001:p|}, labels);", "logits")]
    [InlineData("Activations.Softmax(p, p); return Losses.CrossEntropy({|ACT4001:p|}, labels);", null)]
    [InlineData("var z = new float[10]; Activations.Softmax(z, p); z[0] = 1; return Losses.CrossEntropy({|ACT4001:p|}, labels);", null)]
    [InlineData("var z = new float[10]; Activations.Softmax(z, p); z = new float[10]; return Losses.CrossEntropy({|ACT4001:p|}, labels);", null)]
    [InlineData("Activations.Softmax(logits[1..], p); return Losses.CrossEntropy({|ACT4001:p|}, labels);", null)]
    public async Task Names_the_logits_only_where_they_are_certain(string body, string? logits) =>
        Assert.Equal(logits, Assert.Single(await Verify(body)).Properties["logits"]);

    [Fact]
    public Task Can_be_suppressed() => Verify("""
        Activations.Softmax(logits, p);
        #pragma warning disable ACT4001
        return Losses.CrossEntropy(p, labels);
        """);

    [Fact]
    public Task Top_level_statements_are_looked_at() => new AnalyzerTest
    {
        TestCode = """
            float[] logits = [1, 2], p = new float[2];
            Activations.Softmax(logits, p);
            Console.WriteLine(Losses.CrossEntropy({|ACT4001:p|}, [0]));
            """,
        // The harness compiles a library, which has no entry point.
        ExpectCompiles = false,
    }.RunAsync();

    private static Task<ImmutableArray<Diagnostic>> Verify(string body) => new AnalyzerTest
    {
        TestCode = $$"""
            class Program
            {
                private float[] _field = new float[10];
                private int[] _labels = [1];

                float Run(ReadOnlySpan<float> logits, Span<float> p, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, Span<float> gradient, bool flag)
                {
            {{body}}
                }

                static void Read(ReadOnlySpan<float> values) { }
                static void Write(Span<float> values) { }
                static void Change(ref float value) => value = 1;
                static void Replace(ref float[] values) => values = [];
                static float[] Other() => [];
                void Keep(float[] values) => _field = values;
                void Unknown() => _field[0] = 1;
            }
            """,
        Sources = { OtherLibrary, UsageTest.Networks },
    }.RunAsync();

    private const string OtherLibrary = """
        namespace Other2
        {
            static class Activations { public static void Softmax(ReadOnlySpan<float> source, Span<float> destination) { } }
            static class Losses { public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels) => 0; }
        }
        """;
}
