using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ActGen.Testing;

/// <summary>Looks into the values that a generator's steps pass on: one that reaches a symbol, a node or a place in a file
/// is different after every edit and keeps an old compilation alive.</summary>
public static class StepValues
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation), typeof(SemanticModel), typeof(Location), typeof(Diagnostic), typeof(IOperation)];

    /// <summary>Walks all values of all named steps.</summary>
    /// <exception cref="HarnessException">A value holds on to a compilation; the message is the path to it.</exception>
    public static void AssertHoldNoCompilation(GeneratorRunResult result)
    {
        foreach ((string name, var steps) in Incrementality.NamedSteps(result))
        {
            foreach ((object value, _) in steps.SelectMany(step => step.Outputs))
                AssertHoldsNoCompilation(value, $"{result.Generator.GetGeneratorType().Name}, step '{name}'");
        }
    }

    /// <summary>Walks one value and everything that it reaches.</summary>
    /// <exception cref="HarnessException">It holds on to a compilation; the message is the path to it.</exception>
    public static void AssertHoldsNoCompilation(object? root, string path)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object? Value, string Path)>();
        open.Push((root, path));
        while (open.TryPop(out var item))
        {
            if (item.Value is not { } value || IsLeaf(value.GetType()))
                continue;
            if (Array.Find(Forbidden, type => type.IsInstanceOfType(value)) is { } forbidden)
                throw new HarnessException($"{item.Path} holds a {forbidden.Name} ({value.GetType().Name}): compare by value instead.");
            if (!value.GetType().IsValueType && !seen.Add(value))
                continue;
            Expand(value, item.Path, open);
        }
    }

    private static void Expand(object value, string path, Stack<(object?, string)> open)
    {
        if (value is IEnumerable elements and not string && !IsDefaultImmutableArray(value))
        {
            int index = 0;
            foreach (object? element in elements)
                open.Push((element, $"{path}[{index++}]"));
        }
        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                    open.Push((field.GetValue(value), $"{path}.{field.Name.Split('<', '>') switch { [_, { Length: > 0 } property, ..] => property, _ => field.Name }}"));
            }
        }
    }

    private static bool IsDefaultImmutableArray(object value) =>
        value.GetType().GetProperty("IsDefault")?.GetValue(value) is true;

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || typeof(Type).IsAssignableFrom(type)
        || typeof(Delegate).IsAssignableFrom(type) || type.IsArray && IsLeaf(type.GetElementType()!);
}
