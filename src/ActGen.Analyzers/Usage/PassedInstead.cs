using System.Collections.Immutable;
using System.Globalization;
using ActGen.Analyzers.Usage.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>The variable that still holds what an activation was given, for fixes that pass it in place of the result.</summary>
internal static class PassedInstead
{
    /// <summary>Property of a diagnostic: the variable.</summary>
    public const string LogitsProperty = "logits";

    /// <summary>Property of a diagnostic: where that variable is declared in its file, as another of its name may be nearer.</summary>
    public const string DeclaredAtProperty = "declaredAt";

    /// <summary>The variable to pass instead, where it is certain: the one maker read all of it, wrote all of what the call is given,
    /// and nobody has written to it since.</summary>
    public static ISymbol? Of(Seen seen, IArgumentOperation given, Content content)
    {
        if (content.Makers.Count != 1 || content.Makers.First() is not IInvocationOperation maker
            || Variable(maker, "source") is not { } symbol || Variable(maker, "destination") is null || SymbolOf(given.Value) is null
            || !seen.State.Intact.TryGetValue(maker, out Flow.Buffer source))
        {
            return null;
        }
        return seen.State.ValueOf(symbol).Memory == source ? symbol : null;
    }

    /// <summary>The properties that name a variable.</summary>
    public static ImmutableDictionary<string, string?> Properties(ISymbol? variable) => ImmutableDictionary<string, string?>.Empty
        .Add(LogitsProperty, variable?.Name)
        .Add(DeclaredAtProperty, variable?.Locations[0].SourceSpan.Start.ToString(CultureInfo.InvariantCulture));

    private static ISymbol? Variable(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter) is { } found ? SymbolOf(found.Value) : null;

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };
}
