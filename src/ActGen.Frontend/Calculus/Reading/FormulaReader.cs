using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Calculus;

/// <summary>Reads a struct marked <c>[ActivationFunction]</c> through the semantic model; never throws for what a user writes.</summary>
internal static class FormulaReader
{
    public const string AttributeName = "ActGen.ActivationFunctionAttribute";

    /// <summary>Generators and analyzers of one compilation ask for the same formulas: each is read once.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, FormulaDeclaration>> Known = new();

    public static FormulaDeclaration Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Known.GetOrCreateValue(compilation).GetOrAdd(TypeIdentity.MetadataNameOf(type), _ => ReadAnew(type, compilation, cancellation));

    private static FormulaDeclaration ReadAnew(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var problems = new ProblemList(type);
        // Only what becomes part of the language shows its documentation elsewhere.
        bool isBuiltIn = BuiltInReader.IsBuiltIn(type);
        TypeIdentity identity = TypeIdentity.Of(type);
        IMethodSymbol? method = FormulaMethod(type, problems);
        EquatableArray<FormulaParameter> parameters = method is null ? [] : Parameters(method, problems);
        FormulaBody? body = method is null || problems.Any ? null : ReadBody(method, compilation, problems, new InliningPath(type), cancellation);
        if (method is not null && body is not null && !problems.Any && FormulaDerivation.Of(body.Value, parameters).IsTooLarge)
            problems.Add(NameOf(method), "the formula is too large: written out, its derivative has tens of thousands of parts; functions inside one another multiply");
        return new FormulaDeclaration(
            identity,
            parameters,
            problems.Any ? null : body?.Value,
            problems.Any || body is null ? [] : body.Locals,
            problems.ToArray(),
            isBuiltIn ? BuiltInReader.Summary(type, cancellation) : "",
            isBuiltIn && method is not null ? BuiltInReader.ParameterSummaries(method, cancellation) : [],
            isBuiltIn ? BuiltInReader.Read(type, cancellation) : null);
    }

    /// <summary>Whether a generated half can be added to it: not to a class, a <c>ref struct</c>, or what only its own file can name.</summary>
    public static bool CanBeExtended(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Struct, IsRefLikeType: false } && !IsFileLocal(type);

    /// <summary>Where a problem is now.</summary>
    public static Location Locate(INamedTypeSymbol type, FormulaProblem problem)
    {
        SyntaxNode? declaration = HomeDeclaration(type);
        return declaration is null
            ? type.Locations.FirstOrDefault() ?? Location.None
            : Location.Create(declaration.SyntaxTree, new Microsoft.CodeAnalysis.Text.TextSpan(
                Math.Min(declaration.SpanStart + problem.Start, declaration.Span.End), problem.Length));
    }

    /// <summary>The declaration that holds <c>Formula</c>: problems count their positions from its start.</summary>
    internal static SyntaxNode? HomeDeclaration(INamedTypeSymbol type)
    {
        SyntaxReference? method = Candidates(type).FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault();
        return method?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
    }

    /// <summary>The body of another formula of this compilation or of metadata, for inlining.</summary>
    internal static Expression? Inline(IMethodSymbol target, Compilation compilation, InliningPath path, int depth, CancellationToken cancellation, out string? problem)
    {
        INamedTypeSymbol type = target.ContainingType;
        problem = null;
        if (path.Contains(type))
        {
            problem = $"'{type.Name}.Formula' calls itself; a formula must not be recursive";
            return null;
        }
        if (path.Known.TryGetValue(target, out Expression? known))
            return known;
        if (type.DeclaringSyntaxReferences.Length == 0 || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
        {
            if (CompiledFormulaReader.Read(type, out problem) is not { } compiled)
                return null;
            if (compiled.Parameters.Count == target.Parameters.Length - 1)
                return compiled.Expression;
            problem = $"the compiled formula of '{type.Name}' has {compiled.Parameters.Count} parameters after x, its method has {target.Parameters.Length - 1}";
            return null;
        }
        var problems = new ProblemList(type);
        FormulaBody? body = ReadBody(target, compilation, problems, path.Push(type, depth), cancellation);
        if (!problems.Any && body is not null)
        {
            path.Known[target] = body.Value;
            return body.Value;
        }
        problem = $"the formula of '{type.Name}' has an error of its own, or too much lies inside one another here";
        return null;
    }

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type) =>
        type.GetMembers("Formula").OfType<IMethodSymbol>().Where(m => m.DeclaringSyntaxReferences.Length > 0);

    private static IMethodSymbol? FormulaMethod(INamedTypeSymbol type, ProblemList problems)
    {
        List<IMethodSymbol> methods = [.. Candidates(type)];
        SyntaxToken name = (HomeDeclaration(type) as TypeDeclarationSyntax)?.Identifier ?? default;
        if (!CanBeExtended(type))
        {
            problems.Add(name, IsFileLocal(type) ? $"'{type.Name}' is local to its file: its generated half and the networks lie in other files"
                : type.IsRefLikeType ? $"'{type.Name}' is a ref struct: a formula must be a type argument, which a ref struct cannot be"
                : $"'{type.Name}' is not a struct: a formula is 'public readonly partial struct {type.Name}'");
            return null;
        }
        if (methods.Count == 0)
        {
            problems.Add(name, $"'{type.Name}' needs a method 'public static float Formula(float x)'");
            return null;
        }
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (!field.IsStatic && !field.IsConst)
                problems.Add(name, $"'{type.Name}' has the {(field.AssociatedSymbol is { } property ? $"property '{property.Name}'" : $"field '{field.Name}'")}: a formula struct holds no state; parameters belong to Formula");
        }
        IMethodSymbol method = methods[0];
        SyntaxToken methodName = NameOf(method);
        if (methods.Count > 1)
            problems.Add(methodName, $"'{type.Name}' has {methods.Count} methods named Formula; one is allowed");
        if (type.IsGenericType || type.ContainingType is { IsGenericType: true })
            problems.Add(name, $"'{type.Name}' is generic; a formula struct is not");
        if (!method.IsStatic || method.IsGenericMethod || method.ReturnType.SpecialType != SpecialType.System_Single
            || method.Parameters.Length == 0 || method.Parameters.Any(p => p.Type.SpecialType != SpecialType.System_Single || p.RefKind != RefKind.None))
        {
            problems.Add(methodName, "Formula must be 'static float Formula(float x)', parameters of the activation follow x as float");
        }
        return problems.Any ? null : method;
    }

    private static SyntaxToken NameOf(IMethodSymbol method) =>
        (method.DeclaringSyntaxReferences[0].GetSyntax() as MethodDeclarationSyntax)?.Identifier ?? default;

    private static bool IsFileLocal(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal)
                return true;
        }
        return false;
    }

    private static EquatableArray<FormulaParameter> Parameters(IMethodSymbol method, ProblemList problems)
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
                SyntaxToken name = (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax)?.Identifier ?? default;
                problems.Add(name, $"the parameter '{parameter.Name}' needs a default value, for example '{parameter.Name} = 1f'");
            }
        }
        return parameters.ToEquatableArray();
    }

    /// <summary>0.01f means 0.01: attributes and text show what the author wrote; the kernel rounds to float again.</summary>
    private static double AsWritten(float value) =>
        double.TryParse(FormulaSerializer.Write(value).TrimEnd('f'), NumberStyles.Float, CultureInfo.InvariantCulture, out double written)
        && (float)written == value ? written : value;

    private static FormulaBody? ReadBody(IMethodSymbol method, Compilation compilation, ProblemList problems, InliningPath path, CancellationToken cancellation)
    {
        SyntaxNode? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is null)
            return null;
        IOperation? operation;
        try
        {
            operation = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            // The C# compiler refuses such an expression with CS8078; its semantic model throws.
            problems.Add(((MethodDeclarationSyntax)syntax).Identifier, "the formula is too large: its operations lie too deep inside one another");
            return null;
        }
        var reader = new FormulaBodyReader(method, compilation, problems, path, cancellation);
        return operation is IMethodBodyOperation body && (body.BlockBody ?? body.ExpressionBody) is { } block
            ? reader.Read(block)
            : reader.Missing(syntax);
    }
}

/// <summary>What was read of a body.</summary>
/// <param name="Value">f(x).</param>
/// <param name="Locals">Named parts.</param>
internal sealed record FormulaBody(Expression Value, EquatableArray<NamedPart> Locals);
