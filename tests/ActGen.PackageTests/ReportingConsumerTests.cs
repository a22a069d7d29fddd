namespace ActGen.PackageTests;

/// <summary>Both packages as a stranger meets them: a fresh console project trains with a live view and writes a report.</summary>
[Collection(nameof(PackageFeed))]
public sealed class ReportingConsumerTests(PackageFeed feed)
{
    private const string Program = """
        using ActGen;
        using ActGen.Reporting;

        // Images of 4 × 4 whose left or right half is bright.
        var random = new Random(1);
        int[] labels = [.. Enumerable.Range(0, 200).Select(i => i % 2)];
        float[] images = [.. labels.SelectMany(label => Enumerable.Range(0, 16).Select(i => (i % 4 / 2 == label ? 0.8f : 0.2f) * random.NextSingle()))];
        (Dataset train, Dataset test) = Dataset.FromArrays(images, labels, shape: [4, 4]).Split(0.75, seed: 1);

        var network = new Halves(seed: 1);
        TrainingHistory history = network.FitLive(train, test, new FitOptions { Epochs = 4, Optimizer = new Adam(0.02) });
        new HtmlReport("Halves") { Runs = [ReportRun.Of("GELU", network, history, test)] }.Save("report.html");

        [Network(4, 4, Telemetry = true)]
        [Flatten]
        [Dense(8), GELU]
        [Dense(2)]
        [CrossEntropyLoss]
        public sealed partial class Halves;

        """;

    [Fact]
    public void It_trains_with_a_line_for_each_epoch_and_writes_one_file()
    {
        // What the other package needs comes with it.
        string project = feed.CreateProject("reports", "Exe", "ActGen.Reporting");
        File.WriteAllText(Path.Combine(project, "Program.cs"), Program);
        string[] before = Files(project);

        string output = feed.ShellIn(project).Run("dotnet", "run", "--property:TreatWarningsAsErrors=true");

        Assert.Equal(["epoch 1/4", "epoch 2/4", "epoch 3/4", "epoch 4/4"], output.Split('\n').Where(line => line.StartsWith("Halves: epoch ", StringComparison.Ordinal)).Select(line => line["Halves: ".Length..line.IndexOf(',')]));
        Assert.Contains("validation accuracy", output, StringComparison.Ordinal);
        Assert.Equal(["report.html"], Files(project).Except(before).Select(Path.GetFileName));
        string html = File.ReadAllText(Path.Combine(project, "report.html"));
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("Dense 8 + GELU", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("https?:", html);
    }

    private static string[] Files(string project) => Directory.GetFiles(project);
}
