using ActGen.Frontend.Losses;
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

    /// <summary>Whether the method is a loss that applies softmax to its logits, the network's loss of the same name in the table of losses.</summary>
    public bool IsOnClassLogits(IMethodSymbol method) => IsIn(_losses, method) && LossTypes.Find(method.Name + "Loss") is { Expects: LossInput.ClassLogits };

    private static bool IsIn(INamedTypeSymbol type, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
}
