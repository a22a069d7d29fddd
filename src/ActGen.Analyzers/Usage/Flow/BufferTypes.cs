using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>The framework's types and methods that show or copy memory, by symbol.</summary>
internal static class BufferTypes
{
    /// <summary>An array, span or memory.</summary>
    public static bool IsBuffer(this ITypeSymbol? type) => type is IArrayTypeSymbol || type.IsView();

    /// <summary>What is told apart by what it refers to: a buffer or a data set.</summary>
    public static bool IsReference(this ITypeSymbol? type) => type.IsBuffer() || type.IsDataset();

    /// <summary>The library's data set.</summary>
    public static bool IsDataset(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dataset", ContainingType: null, ContainingNamespace: { Name: "ActGen", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A real number; <paramref name="orBoxed"/>: or one in an object, as <c>foreach</c> over an array has it.</summary>
    public static bool IsReal(this ITypeSymbol? type, bool orBoxed = false) =>
        type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double } || (orBoxed && type is { SpecialType: SpecialType.System_Object });

    /// <summary>A span or memory.</summary>
    public static bool IsView(this ITypeSymbol? type) => type.IsReadOnlyView() || type.IsSystem("Span") || type.IsSystem("Memory");

    /// <summary>A span or memory that cannot be written through.</summary>
    public static bool IsReadOnlyView(this ITypeSymbol? type) => type.IsSystem("ReadOnlySpan") || type.IsSystem("ReadOnlyMemory");

    /// <summary>The result shows the memory of the instance or of the first argument.</summary>
    public static bool IsViewing(this IMethodSymbol method) => method.Name switch
    {
        "Slice" => method.ContainingType.IsView(),
        "AsSpan" or "AsMemory" => method.ContainingType.IsSystem("MemoryExtensions"),
        "op_Implicit" => method.ContainingType.IsView(),
        _ => false,
    };

    /// <summary>Copies the instance (or first argument) into the next argument.</summary>
    public static bool IsCopyingTo(this IMethodSymbol method) =>
        method.Name is "CopyTo" or "TryCopyTo" && (method.ContainingType.IsView() || method.ContainingType.IsSystem("MemoryExtensions"));

    /// <summary>The result is new memory with the values of the instance.</summary>
    public static bool IsCloning(this IMethodSymbol method) =>
        (method.Name == "ToArray" && method.ContainingType.IsView()) || (method.Name == "Clone" && method.ContainingType.IsSystem("Array"));

    /// <summary>Reads the instance only.</summary>
    public static bool IsReading(this IMethodSymbol method) =>
        (method.ContainingType.IsView() || method.ContainingType.IsSystem("Array"))
        && method.Name is "ToString" or "Equals" or "GetHashCode" or "GetLength" or "GetValue";

    private static bool IsSystem(this ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && type.Name == name;
}
