using System.Globalization;
using System.Reflection;
using System.Text;
using ActGen.Frontend.Losses;

namespace ActGen.Runtime.Tests.Documentation;

/// <summary>The tables of docs/training.md, from the library itself: types, defaults, summaries; and from the compiler's table of losses.</summary>
internal static class TrainingTables
{
    private const string Meaning = "what it is";

    private static readonly Type[] Types = typeof(Optimizer).Assembly.GetExportedTypes();

    /// <summary>Name of each table and its text.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["losses"] = Losses(),
        ["optimizers"] = Records<Optimizer>("optimizer"),
        ["schedules"] = Records<LearningRateSchedule>("schedule"),
        ["averages"] = Records<WeightAverage>("average"),
        ["initializers"] = Table("`Init`", Meaning, Enum.GetNames<Initializer>().Select(name => ($"`{name}`", Documentation.Summary($"F:ActGen.Initializer.{name}")))),
    };

    private static string Losses() => Table(
        ["attribute", "it expects", "targets", Meaning],
        LossTypes.All.Select(loss =>
        {
            Type attribute = Types.Single(type => type.Name == loss.Name + "Attribute");
            return (string[])[Signature(attribute, loss.Name), Expects(loss.Expects), Targets(loss), Documentation.Summary($"T:{attribute.FullName}")];
        }));

    private static string Records<T>(string header) => Table(header, Meaning, Types.Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (Signature(type, type.Name), Documentation.Summary($"T:{type.FullName}"))));

    private static string Expects(LossInput input) => input switch
    {
        LossInput.Scores => "scores: order or sign decides",
        LossInput.ClassLogits => "logits: it applies softmax",
        LossInput.BinaryLogits => "logits: it applies sigmoid",
        LossInput.Probabilities => "probabilities",
        LossInput.LogProbabilities => "log-probabilities",
        LossInput.NonNegative => "numbers from 0 on: rates, distances",
        LossInput.LogRates => "logarithms of rates",
        LossInput.MeansAndLogVariances => "k means, k logarithms of variances",
        _ => "values",
    };

    private static string Targets(LossType loss) => loss switch
    {
        { Form: LossForm.CrossEntropy } => "a class, or probabilities of all",
        { TakesLabels: true } => "a class",
        { Form: LossForm.Gaussian } => "k values",
        { IsSigned: true } => "−1 or +1",
        { Expects: LossInput.LogProbabilities } => "probabilities",
        { Expects: LossInput.BinaryLogits or LossInput.Probabilities } or { Name: "MultiLabelMarginLoss" } => "0 to 1",
        { Expects: LossInput.LogRates } => "counts",
        _ => "values",
    };

    /// <summary>Constructor parameters, then settable properties, with their defaults.</summary>
    private static string Signature(Type type, string name)
    {
        ConstructorInfo constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        string[] parameters = [.. constructor.GetParameters().Select(parameter => parameter.Name! + (parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : ""))];
        object? instance = constructor.GetParameters().All(parameter => parameter.HasDefaultValue) ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]) : null;
        string[] properties = [.. type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && property.DeclaringType != typeof(Attribute))
            .Where(property => !constructor.GetParameters().Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(property => property.Name + (instance is null ? "" : $" = {Value(property.GetValue(instance))}"))];
        var text = new StringBuilder($"`{name}`");
        if (parameters.Length > 0)
            text.Append($" `({string.Join(", ", parameters)})`");
        if (properties.Length > 0)
            text.Append($" `{{ {string.Join(", ", properties)} }}`");
        return text.ToString();
    }

    private static string Value(object? value) => value switch
    {
        null => "none",
        bool truth => truth ? "true" : "false",
        double number => number is > 0 and < 1e-3 ? number.ToString("0e-0", CultureInfo.InvariantCulture) : number.ToString("0.####", CultureInfo.InvariantCulture),
        AdamW => "new AdamW()",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Table(string first, string second, IEnumerable<(string First, string Second)> rows) => Table([first, second], rows.Select(row => (string[])[row.First, row.Second]));

    private static string Table(string[] header, IEnumerable<string[]> rows) =>
        string.Concat(((string[][])[header, [.. header.Select(_ => "---")], .. rows]).Select(row => $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n"));
}
