using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Usage;

/// <summary>Shorthand for tests of one method body with markup, beside networks of three losses and methods of the project.</summary>
internal static class UsageTest
{
    public const string Networks = """
        [Network(4)] [Dense(3)] [CrossEntropyLoss] public sealed partial class Classes;
        [Network(4)] [Dense(1)] [BCEWithLogitsLoss] public sealed partial class Binary;
        [Network(4)] [Dense(2)] [MSELoss] public sealed partial class Regression;
        [Network(4)] [Dense(3)] [FocalLoss] public sealed partial class LabelsOnly;
        [Network(4)] [Dense(1)] [PoissonNLLLoss] public sealed partial class Counts;
        [Network(4)] [Dense(3)] [CrossEntropyLoss] public sealed partial class Learner { public void Learn(float[] x, int[] y) { using var t = this.CreateTrainer(new Adam(), 8); t.Step(x, y); } }
        [ActivationFunction] public readonly partial struct OwnSigmoid { public static float Formula(float x) => 1 / (1 + Functions.Exp(-x)); }
        public static class Own
        {
            public static float[] Softmax(ReadOnlySpan<float> x) { var y = new float[x.Length]; Activations.Softmax(x, y, 3); return y; }
            public static void Squash(ReadOnlySpan<float> x, Span<float> y) => Activations.Sigmoid(x, y);
            public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
            public static float[] Sometimes(float[] x, bool flag) { var y = new float[x.Length]; if (flag) Activations.Softmax(x, y); else x.CopyTo(y, 0); return y; }
            public static float[] Endless(float[] x) => x.Length == 0 ? x : Endless(x);
        }
        """;

    /// <summary>Checks that exactly the marked diagnostics are reported on a body.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(string body, params (string Key, string Value)[] options) => new AnalyzerTest
    {
        Sources =
        {
            $$"""
            class Program
            {
                private readonly float[] _field = new float[12];

                float Run(ReadOnlySpan<float> x, Span<float> p, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, Span<float> gradient, float a, float b, bool flag, float[] array,
                    Classes classes, Binary binary, Regression regression, Dataset data, Dataset more)
                {
            {{body}}
            #pragma warning disable CS0162
                    return 0;
                }
            }
            """,
            Networks,
        },
        EditorConfig = options.ToImmutableDictionary(option => option.Key, option => option.Value),
    }.RunAsync();

    /// <summary>Checks that exactly the marked diagnostics are reported on the members of a class.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyMembersAsync(string members) => new AnalyzerTest { Sources = { $"class Program\n{{\n{members}\n}}", Networks } }.RunAsync();

    /// <summary>The text of the one diagnostic on a body.</summary>
    public static async Task<string> MessageAsync(string body) => Assert.Single(await VerifyAsync(body)).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
