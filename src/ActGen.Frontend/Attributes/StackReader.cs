using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>Reads the layers of one class from top to bottom, those of blocks in the place of the attributes that name them.</summary>
internal sealed class StackReader(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Blocks within blocks: far above what anybody reads.</summary>
    private const int DeepestNesting = 100;

    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<LayerDeclaration>> _blocks = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> _open = [];

    /// <summary>The layers of a class; of a stack that is too long so many as say so.</summary>
    public ImmutableArray<LayerDeclaration> Read(INamedTypeSymbol type)
    {
        if (_blocks.TryGetValue(type, out ImmutableArray<LayerDeclaration> known))
            return known;
        cancellation.ThrowIfCancellationRequested();
        _open.Add(type);
        var stack = new List<LayerDeclaration>();
        ImmutableArray<AttributeData> attributes = NetworkReader.LayerAttributes(type.GetAttributes());
        for (int i = 0; i < attributes.Length && stack.Count <= NetworkDeclaration.MostLayers; i++)
            Add(stack, LayerReader.Read(attributes[i], compilation, cancellation) with { Path = [i] }, attributes[i].AttributeClass!);
        _open.RemoveAt(_open.Count - 1);
        return _blocks[type] = [.. stack.Take(NetworkDeclaration.MostLayers + 1)];
    }

    private void Add(List<LayerDeclaration> stack, LayerDeclaration layer, INamedTypeSymbol attribute)
    {
        // What is wrong with the argument is said where arguments are checked.
        if (layer.Kind != LayerKind.Block || !(layer.Number(BlockUse.Repeat, 1) is >= 1 and double repeat))
        {
            stack.Add(layer);
            return;
        }
        ITypeSymbol type = BlockUse.BlockOf(attribute);
        if (FaultOf(type) is { } fault)
        {
            stack.Add(layer with { Fault = fault });
            return;
        }
        var block = (INamedTypeSymbol)type;
        IEnumerable<LayerDeclaration> inner = Read(block).Select(one => one with { Path = [layer.Path[0], .. one.Path] });
        ImmutableArray<LayerDeclaration> inlined = _blocks[block].IsEmpty ? [layer with { Fault = Empty(block) }]
            : BlockUse.IsResidual(attribute) ? [layer with { Kind = LayerKind.Branch }, .. inner, layer with { Kind = LayerKind.Sum }]
            : [.. inner];
        for (int i = 0; i < repeat && stack.Count <= NetworkDeclaration.MostLayers; i++)
            stack.AddRange(inlined);
    }

    /// <summary>Why a type cannot be put in the place of an attribute that names it; null when it can.</summary>
    private Fault? FaultOf(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
            return new($"'{type.Name}' cannot be found", IsToldElsewhere: true);
        if (type is not INamedTypeSymbol block || !NetworkReader.IsBlock(block))
            return new($"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is no block: {(type is INamedTypeSymbol network && NetworkReader.IsNetwork(network) ? "a network is none; move the layers that it shares to a class marked [Block]" : "mark it with [Block]")}");
        int first = _open.FindIndex(one => SymbolEqualityComparer.Default.Equals(one, block));
        if (first >= 0)
            return new($"'{block.Name}' would contain itself without end: {string.Join(" → ", _open.Skip(first).Append(block).Select(one => one.Name))}");
        return _open.Count > DeepestNesting ? new($"Blocks within blocks, {DeepestNesting} deep, are the most, and '{block.Name}' would be one more") : null;
    }

    private Fault Empty(INamedTypeSymbol block) =>
        new($"'{block.Name}' has no layers", IsToldElsewhere: SymbolEqualityComparer.Default.Equals(block.ContainingAssembly, compilation.Assembly));
}
