using ActGen.Frontend.Analysis;
using ActGen.Frontend.Model;
using ActGen.Testing;

namespace ActGen.Generator.Tests.Networks;

public sealed class BrokenDeclarationTests
{
    private const string Uses = """
        static class Uses
        {
            static void Run(DigitClassifier net, float[] inputs, float[] outputs, int[] labels)
            {
                net = new DigitClassifier(seed: DigitClassifier.InputSize + DigitClassifier.OutputSize + DigitClassifier.ParameterCount);
                net.Forward(inputs, outputs);
                net.Predict(inputs, outputs);
                outputs = net.Predict(inputs);
                labels[0] = net.Classify(inputs);
                net.Classify(inputs, labels);
                net.Parameters.Clear();
                _ = DigitClassifier.ParameterTable.Count;
                using Trainer<DigitClassifier> trainer = net.CreateTrainer(new Adam(0.01), 8);
                Generic(net);
            }
            static void Generic<TNet>(TNet net) where TNet : INetwork<TNet> => net.Forward([], []);
        }
        """;

    [Theory]
    [InlineData("[Network(4)] [Dense(2)] [BCEWithLogitsLoss]")] // two decisions in a row: the overload for a row is the user's to declare
    [InlineData("[Network(4)] [Dense(0)] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1)] [BCEWithLogitsLoss]")]
    public void A_Classify_of_the_user_for_one_row_is_not_written_again(string stack) => GeneratorHarness
        .RunOnce(TestCompilation.Create($"using System; using ActGen;\n{stack} public sealed partial class Net {{ /// <summary>The user's.</summary>\n public int Classify(ReadOnlySpan<float> row) => 0; }}\n"
            + "static class Uses { static void Run(Net net, float[] rows, int[] labels) => net.Classify(rows, labels); }"))
        .AssertCompiles();

    [Theory]
    [InlineData("")]
    [InlineData("[Network]")]
    [InlineData("[Network(0)] [Dense(10)]")]
    [InlineData("[Network(1, 8, 8)] [Dense(10)]")]
    [InlineData("[Network(64)] [Dense(-10)]")]
    [InlineData("[Network(64)] [Dense(2147483647)] [Dense(10)]")]
    [InlineData("[Network(64)] [Dense(10)] [MSELoss]")]
    public void Uses_keep_compiling_while_the_declaration_is_wrong(string stack)
    {
        string program = stack.Length == 0
            ? Corpus.Digits + Uses
            : $"using ActGen;\n{stack} [CrossEntropyLoss] public sealed partial class DigitClassifier;\n" + Uses;

        GeneratorRun run = GeneratorHarness.Run(program).AssertCompiles();

        Assert.Equal(stack.Length > 0, run.Source("DigitClassifier").Contains("throw new global::ActGen.NetworkDeclarationException("));
    }

    [Fact]
    public void Members_throw_the_text_of_the_first_problem()
    {
        string text = GeneratorHarness.Run("using ActGen; [Network(64)] [Dense(-10), Dropout(20)] partial class Net;").AssertCompiles().Source("Net");

        Assert.Contains("\"[Dense]: 'units' is -10; a layer has at least one unit\"", text);
        Assert.DoesNotContain("Dropout", text);
    }

    [Theory]
    [InlineData("partial class Net { int Parameters => 1; string Forward = \"\"; }")]
    [InlineData("partial class Net { public Net(long seed) : this() { } Net() : this(1) { } }")]
    [InlineData("partial class Net(int size) { int Size => size; }")]
    [InlineData("partial class Net : Base; class Base { public Base(int x) { } }")]
    [InlineData("partial class Net { public Net(string name) { } }")]
    public void The_surface_leaves_out_what_the_user_has_taken(string declaration)
    {
        GeneratorRun run = GeneratorHarness.Run("using ActGen; [Network(64)] [Dense(10)] " + declaration);

        // What remains are the user's own mistakes (a base class without the constructor that his class calls), not ours.
        Assert.All(run.Diagnostics, diagnostic => Assert.DoesNotContain(diagnostic.Id, new[] { "CS0102", "CS0111", "CS0535", "CS8862" }));
    }

    [Theory]
    [InlineData("partial class @class { public @class(long seed) { } }")]
    [InlineData("partial class @class(int size) { int Size => size; }")]
    public void A_class_named_by_a_keyword_is_known_by_its_name(string declaration) => Assert.DoesNotContain(
        GeneratorHarness.Run("using ActGen; [Network(64)] [Dense(10)] " + declaration).Diagnostics, diagnostic => diagnostic.Id is "CS0111" or "CS8862");

    [Theory]
    [InlineData("static partial class Net;")]
    [InlineData("abstract partial class Net;")]
    [InlineData("partial class Net<T>;")]
    [InlineData("file partial class Net;")]
    [InlineData("partial record Net;")]
    [InlineData("partial struct Net;")]
    public void Nothing_is_written_where_nothing_could_compile(string declaration) =>
        Assert.DoesNotContain(GeneratorHarness.Run("using ActGen; [Network(64)] [Dense(10)] " + declaration).Sources.Keys, name => name.Contains("Net"));

    [Fact]
    public void Full_code_is_written_exactly_when_there_is_no_problem()
    {
        string[] stacks = [.. Corpus.Good, .. Corpus.Bad];
        GeneratorRun run = GeneratorHarness.RunOnce(TestCompilation.Create(Corpus.Program(stacks))).AssertBuilds();
        var declarations = run.Result.Results.SelectMany(result => result.TrackedSteps.TryGetValue("ResolvedNetworks", out var steps) ? steps : [])
            .SelectMany(step => step.Outputs).Select(output => (NetworkDeclaration)output.Value).ToDictionary(declaration => declaration.Type.Name);

        for (int i = 0; i < stacks.Length; i++)
        {
            NetworkAnalysis analysis = NetworkAnalysis.Of(declarations[$"Net{i}"]);
            bool isFull = !run.Source($"Demo.Net{i}.").Contains("NetworkDeclarationException");
            Assert.Equal((i < Corpus.Good.Length, stacks[i]), (isFull, stacks[i]));
            Assert.Equal((isFull, stacks[i]), (analysis.Problems.Count == 0, stacks[i]));
            Assert.Equal(isFull, analysis.Plan is not null);
        }
    }
}
