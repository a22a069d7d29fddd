using System.Collections.Immutable;
using System.Globalization;
using ActGen.Analyzers.Usage.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4001: <c>Activations.Softmax(logits, p)</c>, then <c>Losses.CrossEntropy(p, …)</c> or another loss that applies softmax: it is applied twice.</summary>
internal static class SoftmaxByHandBeforeCrossEntropy
{
    /// <summary>Property of the diagnostic: the variable that still holds the logits.</summary>
    public const string LogitsProperty = "logits";

    /// <summary>Property of the diagnostic: where that variable is declared in its file, as another of its name may be nearer.</summary>
    public const string DeclaredAtProperty = "declaredAt";

    public static readonly DiagnosticDescriptor Descriptor = new(
        "ACT4001",
        "Softmax by hand before cross-entropy",
        "'{0}' already went through Activations.Softmax, and Losses.{3} applies softmax itself: {1}. Pass {2}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4001.md");

    public static Diagnostic Of(LossCall found)
    {
        IArgumentOperation argument = found.Loss.Arguments.First(a => a.Parameter?.Name == "logits");
        ISymbol? logits = found.Softmaxes.Count == 1 ? LogitsOf(found, argument, found.Softmaxes.First()) : null;
        return Diagnostic.Create(
            Descriptor,
            argument.Value.Syntax.GetLocation(),
            found.Softmaxes.Select(softmax => softmax.Syntax.GetLocation()),
            ImmutableDictionary<string, string?>.Empty
                .Add(LogitsProperty, logits?.Name)
                .Add(DeclaredAtProperty, logits?.Locations[0].SourceSpan.Start.ToString(CultureInfo.InvariantCulture)),
            argument.Value.Syntax.ToString(),
            Consequence(found),
            logits is null ? "the logits" : $"the logits '{logits.Name}'",
            found.Loss.TargetMethod.Name);
    }

    /// <summary>The floor of cross-entropy, or of other losses the probability that is left, for the number of classes where all calls name the same one.</summary>
    private static string Consequence(LossCall found)
    {
        var classes = found.Softmaxes.Select(ClassesOf).Distinct().ToList();
        int? count = classes.Count == 1 && classes[0] >= 2 ? classes[0] : null;
        double most = LossFloor.ProbabilityAfterSoftmax(count ?? 10);
        bool isFloor = found.Loss.TargetMethod.Name == "CrossEntropy";
        string number = (isFloor ? -Math.Log(most) : most).ToString("F4", CultureInfo.InvariantCulture);
        return (count, isFloor) switch
        {
            ({ } known, true) => $"with {known} classes the loss cannot fall below {number}",
            (null, true) => $"the loss cannot fall below ln(1 + (K − 1)/e), {number} for 10 classes",
            ({ } known, false) => $"with {known} classes the right class never gets more than probability {number}",
            (null, false) => $"the right class never gets more than probability e/(e + K − 1), {number} for 10 classes",
        };
    }

    private static int? ClassesOf(IInvocationOperation softmax) =>
        softmax.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "rowLength")?.Value.ConstantValue is { HasValue: true, Value: int length }
            ? length
            : null;

    /// <summary>The variable to pass instead, where it is certain: softmax read all of it, wrote all of what the loss is given,
    /// and nobody has written to it since.</summary>
    private static ISymbol? LogitsOf(LossCall found, IArgumentOperation given, IInvocationOperation softmax)
    {
        IOperation? source = Variable(softmax, "source"), destination = Variable(softmax, "destination");
        if (source is null || destination is null || VariableOf(given.Value) is null || !found.State.Intact.TryGetValue(softmax, out Flow.Buffer logits))
            return null;
        return SymbolOf(source) is { } symbol && found.State.BufferOf(symbol) == logits ? symbol : null;
    }

    private static IOperation? Variable(IInvocationOperation call, string parameter) =>
        VariableOf(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value);

    private static IOperation? VariableOf(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is not null && SymbolOf(value) is not null ? value : null;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };
}
