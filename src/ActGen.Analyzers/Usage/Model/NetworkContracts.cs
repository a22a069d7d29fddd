using System.Collections.Concurrent;
using ActGen.Analyzers.Declarations;
using ActGen.Frontend.Attributes;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>The networks that calls are about, each read once.</summary>
internal sealed class NetworkContracts(DeclaredNetworks networks)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, NetworkContract?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a method is <c>Forward</c>, <c>Predict</c> or <c>Classify</c> as the compiler writes it into a network.</summary>
    public static bool IsNetworkCall(IMethodSymbol method) =>
        method is { Name: "Forward" or "Predict" or "Classify", IsStatic: false, Parameters.Length: 1 or 2 }
        && method.Parameters.All(parameter => parameter.Type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" })
        && NetworkReader.IsNetwork(method.ContainingType);

    /// <summary>The network of a call of one of its own methods; null for other calls.</summary>
    public NetworkContract? OfCall(IMethodSymbol method) => IsNetworkCall(method) ? Of(method.ContainingType) : null;

    /// <summary>The network that a trainer or a method of all networks is for, where the call says which.</summary>
    public NetworkContract? OfArgument(IMethodSymbol method) => method.TypeArguments
        .Concat(method.ContainingType?.TypeArguments ?? [])
        .OfType<INamedTypeSymbol>()
        .Select(Of)
        .FirstOrDefault(network => network is not null);

    private NetworkContract? Of(INamedTypeSymbol type) =>
        _known.GetOrAdd(type, one => networks.AnalysisOf(one, default) is { } analysis ? NetworkContract.Of(analysis) : null);
}
