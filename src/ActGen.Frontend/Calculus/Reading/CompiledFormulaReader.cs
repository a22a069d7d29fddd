using ActGen.Frontend.Collections;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        return formula with { TypeName = TypeIdentity.Of(type).FullName, DisplayName = type.Name };
    }

    /// <summary>A formula without its names.</summary>
    private static Formula? Parse(string expression, string parameters, string keeps) =>
        FormulaSerializer.ReadExpression(expression) is { } f && FormulaSerializer.ReadParameters(parameters) is { } list
        && FormulaSerializer.ReadRule(keeps) is { } rule && AreSound(list) && IsSound(rule, list) && IsSound(f, list.Count) && !FormulaDerivation.Of(f, list).IsTooLarge
            ? new Formula("", "", list, f, rule)
            : null;

    /// <summary>As C# has them: names that are written into generated code, each once, and numbers.</summary>
    private static bool AreSound(EquatableArray<FormulaParameter> parameters) =>
        parameters.All(parameter => SyntaxFacts.IsValidIdentifier(parameter.Name) && FloatRange.Holds(parameter.Default))
        && parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count() == parameters.Count;

    /// <summary>Conditions on parameters that there are; the derivative by a learned one needs x.</summary>
    private static bool IsSound(KeepRule rule, EquatableArray<FormulaParameter> parameters) =>
        rule.Conditions.All(condition => condition.Parameter < parameters.Count)
        && (rule.Operand == Operand.Input || parameters.All(parameter => !parameter.IsLearnable));

    /// <summary>What source can say: x, the parameters, numbers, and conditions where conditions belong.</summary>
    private static bool IsSound(Expression expression, int parameters, bool isCondition = false)
    {
        if (OperatorTable.IsCondition(expression.Operator) != isCondition || expression.Operator is Operator.Output || (expression.IsConstant && double.IsNaN(expression.Value))
            || (expression.Operator == Operator.Parameter && expression.Index >= parameters))
        {
            return false;
        }
        for (int i = 0; i < expression.Arguments.Length; i++)
        {
            if (!IsSound(expression[i], parameters, isCondition: expression.Operator is Operator.And or Operator.Or or Operator.Not || (expression.Operator == Operator.Select && i == 0)))
                return false;
        }
        return true;
    }
}
