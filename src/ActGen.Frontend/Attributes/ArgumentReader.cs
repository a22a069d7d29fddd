using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>The arguments of an attribute by name. While somebody types, the constructor may be missing, arguments absent, lists null.</summary>
internal static class ArgumentReader
{
    public static EquatableArray<LayerArgument> Read(AttributeData attribute)
    {
        ImmutableArray<LayerArgument>.Builder arguments = ImmutableArray.CreateBuilder<LayerArgument>();
        ImmutableArray<IParameterSymbol> parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (int i = 0; i < parameters.Length && i < attribute.ConstructorArguments.Length; i++)
            arguments.Add(Argument(parameters[i].Name, attribute.ConstructorArguments[i]) with { IsOfConstructor = true });
        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
            arguments.Add(Argument(named.Key, named.Value));
        return new(arguments.ToImmutable());
    }

    private static LayerArgument Argument(string name, TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array)
            return new(name, Number(constant), []);
        ImmutableArray<TypedConstant> values = constant.IsNull || constant.Values.IsDefault ? [] : constant.Values;
        // What is no number in a list becomes NaN, which no argument allows: the checks name it.
        return new(name, null, values.Select(value => Number(value) ?? double.NaN).ToEquatableArray()) { IsList = true };
    }

    private static double? Number(TypedConstant constant) => constant.Kind == TypedConstantKind.Array ? null : Number(constant.Value);

    /// <summary>A constant as a number; null for what is none.</summary>
    public static double? Number(object? value) => value switch
    {
        bool truth => truth ? 1 : 0,
        double number => number,
        float number => number,
        int number => number,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        char number => number,
        _ => null,
    };
}
