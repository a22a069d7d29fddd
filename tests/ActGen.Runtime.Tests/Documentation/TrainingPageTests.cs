using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ActGen.Frontend.Losses;
using ActGen.Testing;

namespace ActGen.Runtime.Tests.Documentation;

/// <summary>docs/training.md: its tables are current, and it accounts for every name that PyTorch and Keras have.</summary>
public sealed partial class TrainingPageTests
{
    // What the modules of PyTorch 1.13 export (torch.nn, torch.optim, torch.optim.lr_scheduler, torch.optim.swa_utils, torch.nn.init), and later additions.
    private static readonly string[] PyTorch =
    [
        "AdaptiveLogSoftmaxWithLoss", "BCELoss", "BCEWithLogitsLoss", "CTCLoss", "CosineEmbeddingLoss", "CrossEntropyLoss", "GaussianNLLLoss", "HingeEmbeddingLoss", "HuberLoss", "KLDivLoss",
        "L1Loss", "MSELoss", "MarginRankingLoss", "MultiLabelMarginLoss", "MultiLabelSoftMarginLoss", "MultiMarginLoss", "NLLLoss", "PoissonNLLLoss", "SmoothL1Loss", "SoftMarginLoss",
        "TripletMarginLoss", "TripletMarginWithDistanceLoss",
        "ASGD", "Adadelta", "Adafactor", "Adagrad", "Adam", "AdamW", "Adamax", "LBFGS", "Muon", "NAdam", "RAdam", "RMSprop", "Rprop", "SGD", "SparseAdam",
        "LambdaLR", "MultiplicativeLR", "StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "SequentialLR", "PolynomialLR", "CosineAnnealingLR", "ChainedScheduler",
        "ReduceLROnPlateau", "CyclicLR", "CosineAnnealingWarmRestarts", "OneCycleLR", "AveragedModel", "SWALR",
        "constant_", "dirac_", "eye_", "kaiming_normal_", "kaiming_uniform_", "normal_", "ones_", "orthogonal_", "sparse_", "trunc_normal_", "uniform_", "xavier_normal_", "xavier_uniform_", "zeros_",
    ];

    // The lists of Keras 3: losses, optimizers, schedules, initializers.
    private static readonly string[] Keras =
    [
        "BinaryCrossentropy", "BinaryFocalCrossentropy", "CTC", "CategoricalCrossentropy", "CategoricalFocalCrossentropy", "CategoricalGeneralizedCrossEntropy", "CategoricalHinge", "Circle",
        "CosineSimilarity", "Dice", "Hinge", "Huber", "KLDivergence", "LogCosh", "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanSquaredError", "MeanSquaredLogarithmicError", "Poisson",
        "SparseCategoricalCrossentropy", "SquaredHinge", "Tversky",
        "Adafactor", "Ftrl", "Lamb", "Lion", "LossScaleOptimizer", "ScheduleFreeAdamW", "use_ema",
        "CosineDecay", "CosineDecayRestarts", "ExponentialDecay", "InverseTimeDecay", "PiecewiseConstantDecay", "PolynomialDecay",
        "Constant", "GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform", "Identity", "LecunNormal", "LecunUniform", "Ones", "Orthogonal", "RandomNormal", "RandomUniform", "TruncatedNormal",
        "VarianceScaling", "Zeros",
    ];

    [Fact]
    public void Its_tables_are_those_of_the_library()
    {
        foreach ((string name, string table) in TrainingTables.All)
            Snapshot.AssertPart(PagePath(), name, table);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    public void Other_pages_count_right(string page)
    {
        string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(PagePath())!, "..", page));
        Assert.Contains($"{LossTypes.All.Count} losses", text);
        Assert.Contains($"{Count<Optimizer>()} optimizers", text);
        Assert.Contains($"{Count<LearningRateSchedule>()} schedules", text);

        static int Count<T>() => typeof(T).Assembly.GetExportedTypes().Count(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
    }

    [Theory]
    [InlineData("PyTorch")]
    [InlineData("Keras")]
    public void Every_name_of_the_others_is_here_or_left_out_with_a_reason(string library)
    {
        Dictionary<string, string> rows = Rows(library);
        string[] names = library == "PyTorch" ? PyTorch : Keras;
        Assert.Equal(names.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        string[] known = [.. typeof(Optimizer).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name).Append(type.Name.Replace("Attribute", "", StringComparison.Ordinal)))];
        foreach ((string name, string here) in rows)
        {
            if (here.StartsWith("left out: ", StringComparison.Ordinal))
            {
                Assert.True(here.Length > 20, $"{name} is left out without a reason.");
                continue;
            }
            string[] words = [.. Code().Matches(here).SelectMany(match => Identifier().Matches(match.Groups[1].Value)).Select(match => match.Value)];
            Assert.NotEmpty(words);
            Assert.All(words, word => Assert.True(known.Contains(word), $"{name}: there is no {word}."));
        }
    }

    /// <summary>The rows of the table under a heading: a name, what is here.</summary>
    private static Dictionary<string, string> Rows(string heading)
    {
        string[] lines = Read().Split('\n');
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in lines.SkipWhile(line => line != $"### {heading}").Skip(1).TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] cells = [.. line.Trim('|', ' ').Split(" | ")];
            foreach (Match match in Code().Matches(cells[0]))
                rows.Add(match.Groups[1].Value, cells[1].Trim());
        }
        return rows;
    }

    private static string Read() => File.ReadAllText(PagePath()).ReplaceLineEndings("\n");

    private static string PagePath([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "docs", "training.md"));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // Identifiers of the library begin with a capital; numbers, keywords and punctuation are passed over.
    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Identifier();
}
