using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage;

/// <summary>The library's direct functions, by symbol. Absent where a project does not reference the library.</summary>
internal sealed class LibraryCalls
{
    private readonly INamedTypeSymbol _activations;
    private readonly INamedTypeSymbol _losses;

    private LibraryCalls(INamedTypeSymbol activations, INamedTypeSymbol losses)
    {
        _activations = activations;
        _losses = losses;
    }

    public static LibraryCalls? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("ActGen.Activations") is { } activations && compilation.GetTypeByMetadataName("ActGen.Losses") is { } losses
            ? new LibraryCalls(activations, losses)
            : null;

    public bool IsSoftmax(IMethodSymbol method) => method.Name == "Softmax" && IsIn(_activations, method);

    public bool IsCrossEntropy(IMethodSymbol method) => method.Name == "CrossEntropy" && IsIn(_losses, method);

    private static bool IsIn(INamedTypeSymbol type, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
}
