using System.Globalization;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using ActGen.Generator.Emission;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Generator.Tests.Networks;

public sealed class GeneratedFileTests
{
    [Fact]
    public void The_digits_network_is_the_reviewed_text() =>
        Snapshot.AssertEqual("DigitClassifier.g.cs.txt", GeneratorHarness.Run(Corpus.Digits).AssertCompiles().Source("DigitClassifier"));

    [Fact]
    public void A_network_of_gates_is_the_reviewed_text() =>
        Snapshot.AssertEqual("Forecaster.g.cs.txt", GeneratorHarness.Run(Corpus.Gates).AssertCompiles().Source("Forecaster"));

    [Fact]
    public void A_network_of_convolutions_is_the_reviewed_text() =>
        Snapshot.AssertEqual("ShirtOrShoe.g.cs.txt", GeneratorHarness.Run(Corpus.Convolutions).AssertCompiles().Source("ShirtOrShoe"));

    [Fact]
    public void A_network_of_pools_behind_convolutions_is_the_reviewed_text() =>
        Snapshot.AssertEqual("CoinCounter.g.cs.txt", GeneratorHarness.Run(Corpus.Pooled).AssertCompiles().Source("CoinCounter"));

    [Fact]
    public void A_network_of_recurrent_layers_is_the_reviewed_text() =>
        Snapshot.AssertEqual("WordSpotter.g.cs.txt", GeneratorHarness.Run(Corpus.Recurrent).AssertCompiles().Source("WordSpotter"));

    [Fact]
    public void A_network_of_batch_normalisations_is_the_reviewed_text() =>
        Snapshot.AssertEqual("CatOrDog.g.cs.txt", GeneratorHarness.Run(Corpus.Normalized).AssertCompiles().Source("CatOrDog"));

    [Fact]
    public void Every_loss_is_in_the_corpus() =>
        Assert.All(LossTypes.All, loss => Assert.Contains(Corpus.Good, stack => stack.Contains($"[{loss.Name}]", StringComparison.Ordinal) || stack.Contains($"[{loss.Name}(", StringComparison.Ordinal)));

    [Fact]
    public void Every_stack_compiles_and_is_cached()
    {
        GeneratorRun run = GeneratorHarness.Run(Corpus.Program(Corpus.Good)).AssertBuilds();

        string[] networks = [.. run.Sources.Where(source => source.Key.Contains("Demo.Net", StringComparison.Ordinal)).Select(source => source.Value)];
        Assert.Equal(Corpus.Good.Length, networks.Length);
        Assert.All(networks, text => Assert.DoesNotContain("NetworkDeclarationException", text));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void The_text_is_the_same_under_every_culture(string culture)
    {
        string[] programs = [Corpus.Program(Corpus.Good), Corpus.Program(Corpus.Bad)];
        var expected = programs.Select(program => GeneratorHarness.RunOnce(TestCompilation.Create(program)).Sources.Values).ToArray();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            // Declarations of another name, so that nothing comes out of a table.
            for (int i = 0; i < programs.Length; i++)
            {
                var renamed = GeneratorHarness.RunOnce(TestCompilation.Create(programs[i].Replace("Demo", culture.Replace("-", "")))).Sources.Values;
                Assert.Equal(
                    expected[i].Select(text => text.Replace("Demo", "#")).Order(StringComparer.Ordinal),
                    renamed.Select(text => text.Replace(culture.Replace("-", ""), "#")).Order(StringComparer.Ordinal));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void The_text_is_the_same_for_any_file_order_and_line_ends()
    {
        string[] files = ["using ActGen;\n[Network(4)]\n[Dense(3), Activation<Cube>]\npublic partial class Net;", "public partial class Net { }", "using ActGen;\n" + Corpus.Formulas];
        var expected = GeneratorHarness.RunOnce(TestCompilation.Create(files)).Sources;

        Assert.Equal(expected, GeneratorHarness.RunOnce(TestCompilation.Create(files.Reverse())).Sources);
        Assert.Equal(expected, GeneratorHarness.RunOnce(TestCompilation.Create(files.Select(file => file.Replace("\n", "\r\n")))).Sources);
        Assert.All(expected.Values, text => Assert.DoesNotContain('\r', text));
    }

    [Fact]
    public void Hundred_layers_stay_below_five_thousand_lines()
    {
        string stack = "[Network(64)] " + string.Concat(Enumerable.Repeat("[Dense(64), GELU] ", 100)) + "[CrossEntropyLoss]";
        GeneratorRun run = GeneratorHarness.RunOnce(TestCompilation.Create(Corpus.Program([stack])));

        run.AssertBuilds();
        Assert.InRange(run.Source("Demo.Net0").Count(c => c == '\n'), 1000, 5000);
    }

    [Fact]
    public void The_table_is_narrow_and_short()
    {
        string stack = "[Network(64)] " + string.Concat(Enumerable.Repeat("[Dense(1000), LeakyReLU(0.123456789), Dropout(0.25)] ", 25));
        string text = GeneratorHarness.RunOnce(TestCompilation.Create(Corpus.Program([stack]))).Source("Demo.Net0");
        string[] table = [.. text.Split('\n').SkipWhile(line => !line.Contains("<code>")).Skip(1).TakeWhile(line => !line.Contains("</code>")).Select(line => line.Trim()[4..])];

        Assert.InRange(table.Length, 1, 16); // header, input, 11 layers, "more", total, legend
        Assert.All(table, line => Assert.InRange(line.Length, 1, 76));
        Assert.Contains(table, line => line == "… 39 more");
        Assert.EndsWith("signal  gradient", table[0]);
        Assert.Matches(@"^Dense 1000 \+ Lea… +1000 +65,000 +64,000  x, y +0\.71 +\S+$", table[2]);
    }

    [Theory]
    [InlineData("[Network(64)] [Dense(64), ReLU] [Dense(10)] [CrossEntropyLoss]", "signal, gradient: predicted rms in a new network; gradient at the output = 1")]
    [InlineData("[Network(4)] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(1)] [MSELoss]", @"born dead: about \d+ % of new networks pass no gradient")]
    [InlineData("[Network(4)] [Dense(2), SiLU] [Dense(2), SiLU] [Dense(2), SiLU] [Dense(2), SiLU] [Dense(1)] [MSELoss]", @"\?: one new network differs from another by more than a factor 4")]
    public void The_legend_says_what_the_numbers_mean(string stack, string last)
    {
        string text = GeneratorHarness.RunOnce(TestCompilation.Create(Corpus.Program([stack]))).Source("Demo.Net0");
        string line = text.Split('\n').TakeWhile(line => !line.Contains("</code>")).Last().Trim()[4..];

        Assert.Matches($"^{last}$", line);
    }

    [Fact]
    public void An_edit_of_one_network_leaves_the_others()
    {
        GeneratorRun first = GeneratorHarness.RunOnce(TestCompilation.Create("using ActGen; [Network(4)] [Dense(3)] partial class One;", "using ActGen; [Network(4)] [Dense(3)] partial class Two;"));
        CSharpCompilation edited = first.Input.ReplaceSyntaxTree(first.Input.SyntaxTrees[0], TestCompilation.Parse("using ActGen; [Network(4)] [Dense(30), ReLU] partial class One;", "File0.cs"));
        var second = first.Driver.RunGeneratorsAndUpdateCompilation(edited, out _, out _).GetRunResult();

        var reasons = second.Results.SelectMany(result => result.TrackedSteps.TryGetValue("NetworkFiles", out var steps) ? steps : []).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.Equal(["Modified", "Unchanged"], reasons.Select(reason => reason.ToString().Replace("Cached", "Unchanged")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Layers_of_a_sequence_count_positions_and_wait_for_nobody()
    {
        // A worker owns whole rows whatever a layer counts (Work.OwnRows), and reads without waiting what it wrote itself.
        string text = GeneratorHarness.RunOnce(TestCompilation.Create(Corpus.Program(["[Network(6, 4)] [ReLU, Swish, Dropout(0.5)] [Dense(8), SiLU] [Softmax] [MSELoss]"]))).Source("Demo.Net0");
        string[] lines = [.. text.Split('\n').Select(line => line.Trim())];

        Assert.Equal(14, lines.Count(line => line == "pass.Work.PerPosition(6),"));
        Assert.Equal(1, lines.Count(line => line == "pass.Work,"));
        Assert.DoesNotContain("Synchronize", text);
        Assert.Contains("Rows<float>.Copy(pass.Work, source: pass.Buffer(G2Dropped1, 24), destination: pass.InputGradient);", text);
    }

    [Fact]
    public void The_same_plan_compiles_with_double_for_gradient_tests()
    {
        GeneratorRun run = GeneratorHarness.RunOnce(TestCompilation.Create([Corpus.Program(Corpus.Good)], null, assemblyName: "ActGen.DoubleHarness"));
        var plans = run.Result.Results.SelectMany(result => result.TrackedSteps.TryGetValue("ResolvedNetworks", out var steps) ? steps : [])
            .SelectMany(step => step.Outputs).Select(output => NetworkAnalysis.Of((NetworkDeclaration)output.Value).Plan!);
        CSharpCompilation both = run.Output.AddSyntaxTrees(plans.Select((plan, i) => TestCompilation.Parse(NetworkEmitter.Emit(plan, "double"), $"Double{i}.cs")));

        Assert.DoesNotContain(both.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotNull(both.GetTypeByMetadataName("Demo.Net0Double"));
    }

    [Fact]
    public void Two_networks_whose_names_differ_in_case_only_have_two_files() =>
        Assert.Equal(2, GeneratorHarness.Run("using ActGen; [Network(4)] [Dense(3)] partial class Net; [Network(4)] [Dense(3)] partial class NET;").AssertCompiles().Sources.Count);
}
