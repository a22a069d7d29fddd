using System.Text.RegularExpressions;

namespace ActGen.PackageTests;

/// <summary>The package as a stranger meets it: packed, put in a folder feed, restored by a fresh console project.</summary>
[Collection(nameof(PackageFeed))]
public sealed partial class PackageConsumerTests(PackageFeed feed)
{
    private const string Program = """
        using ActGen;

        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] targets = [0, 1, 1, 0];
        var network = new Xor(seed: 1);
        using (var trainer = network.CreateTrainer(new Adam(0.05), batchSize: 4))
        {
            for (int step = 0; step < 500; step++)
                trainer.Step(inputs, targets);
        }
        int[] answers = new int[4];
        network.Classify(inputs, answers);
        System.Console.WriteLine("answers " + string.Join(" ", answers));

        [Network(2)]
        [Dense(8), Tanh]
        [Dense(1)]
        [BCEWithLogitsLoss]
        public sealed partial class Xor;

        """;

    private const string Mistake = """
        using ActGen;

        /// <summary>Applies softmax twice.</summary>
        [Network(4)]
        [Dense(8), ReLU]
        [Dense(3), Softmax]
        [CrossEntropyLoss]
        public sealed partial class SoftmaxTwice;

        """;

    private static readonly string[] FixedErrors = ["ACT0001", "ACT0004", "ACT0005", "ACT0006", "ACT0007", "ACT0008", "ACT0014"];
    private static readonly string[] Unfixed = ["ACT0011", "ACT3006", "ACT4003", "ACT4005", "ACT4006", "ACT4007", "ACT4009", "ACT4010"];

    [Fact]
    public void Packed_restored_and_built_it_warns_trains_and_is_fixed_by_dotnet_format()
    {
        string project = feed.CreateProject("consumer", "Exe");
        File.WriteAllText(Path.Combine(project, "Program.cs"), Program);
        string mistake = Path.Combine(project, "SoftmaxTwice.cs");
        File.WriteAllText(mistake, Mistake);
        Shell shell = feed.ShellIn(project);

        string build = shell.Run("dotnet", "build");
        Assert.Matches(@"SoftmaxTwice\.cs\(6,12\): warning ACT2001", build);

        Assert.Contains("answers 0 1 1 0", shell.Run("dotnet", "run", "--no-build"));

        shell.Run("dotnet", "format", "analyzers", "--no-restore", "--diagnostics", "ACT2001", "--severity", "warn");
        Assert.Equal(Mistake.Replace(", Softmax]", "]"), File.ReadAllText(mistake));
        Assert.DoesNotContain("ACT", shell.Run("dotnet", "build", "--no-incremental").Replace("ActGen", ""));
    }

    /// <summary>All of <c>samples/Mistakes</c> that a fix is offered for becomes right by one command. What no fix can decide stays as it is.</summary>
    [Fact]
    public void Dotnet_format_makes_right_of_all_mistakes_that_have_a_fix()
    {
        string project = feed.CreateProject("mistakes", "Library"), sample = Path.Combine(PackageFeed.Repository, "samples", "Mistakes");
        File.Copy(Path.Combine(sample, ".editorconfig"), Path.Combine(project, ".editorconfig"));
        foreach (string path in Directory.GetFiles(sample, "ACT*.cs", SearchOption.AllDirectories))
        {
            // Errors without a fix would leave a program that cannot be compiled.
            if (!path.Contains("Errors", StringComparison.Ordinal) || FixedErrors.Contains(RuleOf(path)))
                File.Copy(path, Path.Combine(project, Path.GetFileName(path)));
        }
        Shell shell = feed.ShellIn(project);
        shell.Run("dotnet", "restore");
        shell.Run("dotnet", "format", "analyzers", "--no-restore", "--severity", "info");

        string[] left = [.. Reported.Matches(shell.Run("dotnet", "build", "--no-restore")).Select(found => found.Groups["id"].Value).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(Unfixed, left);
        foreach (string path in Directory.GetFiles(project, "ACT*.cs").Where(path => !Unfixed.Contains(RuleOf(path))))
            Assert.NotEqual(File.ReadAllText(Directory.GetFiles(sample, Path.GetFileName(path), SearchOption.AllDirectories).Single()), File.ReadAllText(path));
    }

    private static string RuleOf(string path) => Path.GetFileName(path).Split('_')[0];

    [GeneratedRegex(@": (warning|error) (?<id>\w+):")]
    private static partial Regex Reported { get; }
}
