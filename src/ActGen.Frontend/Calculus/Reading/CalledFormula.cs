using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Calculus;

/// <summary>The body of a formula that another one calls, for inlining.</summary>
internal static class CalledFormula
{
    /// <param name="method">Its <c>Formula</c>.</param>
    /// <param name="call">Where problems of the call go.</param>
    /// <param name="compilation">Of the caller.</param>
    /// <param name="problems">Of the caller.</param>
    /// <param name="path">How the caller was reached.</param>
    /// <param name="depth">Where its reader starts.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null where it cannot be read: a circle is told at the call that enters it, a fault of a formula of this compilation at that formula.</returns>
    public static Expression? Read(IMethodSymbol method, SyntaxToken call, Compilation compilation, ProblemList problems, InliningPath path, int depth, CancellationToken cancellation)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (path.Known.TryGetValue(method, out Expression? known))
            return known;
        if (type.DeclaringSyntaxReferences.Length == 0 || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
            return OfMetadata(method, call, problems);
        if (!path.Closes(type))
        {
            var own = new ProblemList(type);
            FormulaBody? body = FormulaReader.ReadBody(method, compilation, own, path.Push(type, depth), cancellation);
            if (!own.Any && body is not null)
            {
                path.Known[method] = body.Value;
                return body.Value;
            }
            if (own.IsTooLarge)
            {
                problems.AddTooLarge(call, $"with the formula of '{type.Name}' too much lies inside one another");
                return null;
            }
        }
        if (path.Circle is { } circle)
            problems.Add(call, $"a formula must not be recursive: {string.Join(" → ", circle.Select(member => member.Name))}");
        else
            problems.AddToldElsewhere();
        return null;
    }

    private static Expression? OfMetadata(IMethodSymbol method, SyntaxToken call, ProblemList problems)
    {
        string name = method.ContainingType.Name;
        Formula? compiled = CompiledFormulaReader.Read(method.ContainingType, out string? problem);
        if (compiled?.Parameters.Count == method.Parameters.Length - 1)
            return compiled.Expression;
        problems.Add(call, problem ?? $"the compiled formula of '{name}' has {compiled?.Parameters.Count} parameters after x, its method has {method.Parameters.Length - 1}");
        return null;
    }
}
