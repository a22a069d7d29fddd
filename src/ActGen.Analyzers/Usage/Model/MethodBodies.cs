using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>The bodies of the project's own methods, each bound when somebody asks.</summary>
internal sealed class MethodBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, IMethodBodyOperation?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The body that a call of the method runs; null where it may run another one, or where there is none.</summary>
    public IMethodBodyOperation? Of(IMethodSymbol method) => IsOwn(method.OriginalDefinition) ? _known.GetOrAdd(method.OriginalDefinition, Bind) : null;

    /// <summary>Whether a method is the project's own, and the one that a call of it runs.</summary>
    public static bool IsOwn(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && method.DeclaringSyntaxReferences.Length == 1
        && !method.IsAsync && (!method.IsVirtual && !method.IsAbstract && (!method.IsOverride || method.IsSealed));

    /// <summary>What names and constants mean in a file.</summary>
#pragma warning disable RS1030 // A method that is called lies in another file; only callers that use the library ask, and each method is looked at once.
    public SemanticModel ModelOf(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030

    private IMethodBodyOperation? Bind(IMethodSymbol method)
    {
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        return compilation.ContainsSyntaxTree(syntax.SyntaxTree) && ModelOf(syntax.SyntaxTree).GetOperation(syntax) is IMethodBodyOperation body && (body.BlockBody ?? body.ExpressionBody) is not null ? body : null;
    }
}
