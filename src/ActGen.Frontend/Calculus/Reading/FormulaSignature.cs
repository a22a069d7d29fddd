using System.Globalization;
using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.Frontend.Calculus;

/// <summary>The head of <c>public static float Formula(float x, float parameter = …)</c>, each fault on the part of it that is wrong.</summary>
internal static class FormulaSignature
{
    public static void Check(IMethodSymbol method, ProblemList problems)
    {
        if (method.DeclaringSyntaxReferences[0].GetSyntax() is not MethodDeclarationSyntax syntax)
            return;
        if (!method.IsStatic)
            problems.Add(syntax.Modifiers.Count > 0 ? syntax.Modifiers[0] : syntax.ReturnType.GetFirstToken(), "'static' is missing: write 'public static float Formula(float x)'");
        if (syntax.TypeParameterList is { } typeParameters)
            problems.Add(typeParameters, "Formula computes in float and takes no type parameters");
        if (!IsFloat(method.ReturnType))
            problems.Add(syntax.ReturnType, $"Formula returns '{syntax.ReturnType}': it must return 'float'");
        if (method.Parameters.Length == 0)
            problems.Add(syntax.Identifier, "Formula needs its argument: 'Formula(float x)'");
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Syntax(parameter) is not { } written)
                continue;
            if (parameter.RefKind != RefKind.None || parameter.IsParams)
                problems.Add(written.Modifiers.Count > 0 ? written.Modifiers[0] : written.Identifier, $"'{parameter.Name}' must be passed by value, as 'float {parameter.Name}'");
            else if (!IsFloat(parameter.Type))
                problems.Add((SyntaxNode?)written.Type ?? written, $"'{parameter.Name}' is '{written.Type}': x and the parameters of an activation are 'float'");
        }
    }

    /// <summary>What follows x.</summary>
    public static EquatableArray<FormulaParameter> Parameters(IMethodSymbol method, ProblemList problems)
    {
        var parameters = new List<FormulaParameter>();
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            if (parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is float value)
            {
                bool isLearnable = parameter.GetAttributes().Any(a => a.AttributeClass is { Name: "LearnableAttribute" } c && c.ToDisplayString() == "ActGen.LearnableAttribute");
                parameters.Add(new FormulaParameter(parameter.Name, AsWritten(value), isLearnable));
            }
            else
            {
                problems.Add(Syntax(parameter)?.Identifier ?? default, $"the parameter '{parameter.Name}' needs a default value, for example '{parameter.Name} = 1f'");
            }
        }
        return parameters.ToEquatableArray();
    }

    /// <summary>0.01f means 0.01: attributes and text show what the author wrote; the kernel rounds to float again.</summary>
    private static double AsWritten(float value) =>
        double.TryParse(FormulaSerializer.Write(value).TrimEnd('f'), NumberStyles.Float, CultureInfo.InvariantCulture, out double written)
        && (float)written == value ? written : value;

    private static bool IsFloat(ITypeSymbol type) => type.SpecialType == SpecialType.System_Single;

    private static ParameterSyntax? Syntax(IParameterSymbol parameter) => parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax;
}
