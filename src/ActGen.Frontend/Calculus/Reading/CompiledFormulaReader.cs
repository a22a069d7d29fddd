using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Calculus;

/// <summary>Reads a formula of another assembly from its <c>[CompiledFormula]</c>.</summary>
internal static class CompiledFormulaReader
{
    public const string AttributeName = "ActGen.CompiledFormulaAttribute";

    /// <summary>Networks name the same few formulas with every edit.</summary>
    private static readonly MemoTable<(string, string, string), Formula?> Known = new();

    /// <summary>The formula, or null where the struct carries none that this version understands.</summary>
    public static Formula? Read(INamedTypeSymbol type) => Read(type, out _);

    /// <param name="type">The struct.</param>
    /// <param name="problem">Why there is no formula: both versions are named; null where there is one.</param>
    public static Formula? Read(INamedTypeSymbol type, out string? problem)
    {
        problem = null;
        AttributeData? attribute = type.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "CompiledFormulaAttribute" } c && c.ToDisplayString() == AttributeName);
        if (attribute is null)
        {
            problem = $"'{type.Name}' carries no compiled formula; its assembly must be built with ActGen's generator";
            return null;
        }
        object?[] values = [.. attribute.ConstructorArguments.Select(argument => argument.Kind == TypedConstantKind.Array ? null : argument.Value)];
        if (values.Length != 4 || values[0] is not int version || values[1] is not string expression || values[2] is not string parameters || values[3] is not string keeps)
        {
            problem = $"the compiled formula of '{type.Name}' is malformed";
            return null;
        }
        if (version != FormulaSerializer.Version)
        {
            problem = $"'{type.Name}' was compiled with formula encoding {version}, this compiler reads encoding {FormulaSerializer.Version}: build both with the same version of ActGen";
            return null;
        }
        if (Known.GetOrAdd((expression, parameters, keeps), static text => Parse(text.Item1, text.Item2, text.Item3)) is not { } formula)
        {
            problem = $"the compiled formula of '{type.Name}' is malformed";
            return null;
        }
        return formula with { TypeName = Model.TypeIdentity.Of(type).FullName, DisplayName = type.Name };
    }

    /// <summary>A formula without its names.</summary>
    private static Formula? Parse(string expression, string parameters, string keeps) =>
        FormulaSerializer.ReadExpression(expression) is { } f && FormulaSerializer.ReadParameters(parameters) is { } list
        && FormulaSerializer.ReadRule(keeps) is { } rule && UsesOnly(f, list.Count)
            ? new Formula("", "", list, f, rule)
            : null;

    private static bool UsesOnly(Expression expression, int parameters) =>
        expression.Operator != Operator.Output
        && (expression.Operator != Operator.Parameter || expression.Index < parameters)
        && expression.Arguments.All(argument => UsesOnly(argument, parameters));
}
