using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Symbols;
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
        EquatableArray<FormulaParameter> parameters = method is null ? [] : FormulaSignature.Parameters(method, problems);
        FormulaBody? body = method is null || problems.Any ? null : ReadBody(method, compilation, problems, new InliningPath(type), cancellation);
        if (method is not null && body is not null && !problems.Any && FormulaDerivation.Of(body.Value, parameters).IsTooLarge)
            problems.AddTooLarge(NameOf(method), "written out, its derivative has tens of thousands of parts; functions inside one another multiply");
        if (problems is { Any: true, IsTooLarge: false } && IsHalfTyped(type, compilation, cancellation))
            problems.LeaveToCompiler();
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

    /// <summary>Whether the C# compiler has errors to tell of <c>Formula</c>, or of a struct that has none yet: what it says comes first.</summary>
    private static bool IsHalfTyped(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        SyntaxNode? syntax = Candidates(type).FirstOrDefault()?.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return syntax is null
            ? HomeDeclaration(type) is { ContainsDiagnostics: true } home && home.GetDiagnostics().Any(IsError)
            : compilation.GetSemanticModel(syntax.SyntaxTree).GetDiagnostics(syntax.Span, cancellation).Any(IsError);

        static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
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
        if (LanguageNeeds.Lacking(type, LanguageNeeds.OfFormula) is { } version)
        {
            problems.AddLanguageVersion(name, "11", version);
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
        FormulaSignature.Check(method, problems);
        return problems.Any ? null : method;
    }

    private static SyntaxToken NameOf(IMethodSymbol method) =>
        (method.DeclaringSyntaxReferences[0].GetSyntax() as MethodDeclarationSyntax)?.Identifier ?? default;

    /// <summary>Before it is bound: the C# compiler does not guard its stack everywhere (−(−(−(x)))).</summary>
    private static bool LiesTooDeep(SyntaxNode syntax)
    {
        const int Deepest = 1024;
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((syntax, 0));
        while (open.Count > 0)
        {
            (SyntaxNode node, int depth) = open.Pop();
            if (depth > Deepest)
                return true;
            foreach (SyntaxNode child in node.ChildNodes())
                open.Push((child, depth + 1));
        }
        return false;
    }

    private static bool IsFileLocal(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal)
                return true;
        }
        return false;
    }

    internal static FormulaBody? ReadBody(IMethodSymbol method, Compilation compilation, ProblemList problems, InliningPath path, CancellationToken cancellation)
    {
        SyntaxNode? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is null)
            return null;
        if (LiesTooDeep(syntax))
        {
            problems.AddTooLarge(((MethodDeclarationSyntax)syntax).Identifier, "its operations lie too deep inside one another");
            return null;
        }
        IOperation? operation;
        try
        {
            operation = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            // The C# compiler refuses such an expression with CS8078; its semantic model throws.
            problems.AddTooLarge(((MethodDeclarationSyntax)syntax).Identifier, "its operations lie too deep inside one another");
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
