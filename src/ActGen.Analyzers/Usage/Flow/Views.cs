using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>How many elements of a buffer are seen through a range or a slice.</summary>
internal static class Views
{
    /// <summary>Elements of a range of a buffer, where its ends are constants.</summary>
    public static int? LengthOfRange(IOperation range, int? length)
    {
        if (range is not IRangeOperation bounds || (bounds.LeftOperand is null ? 0 : ConstantOf(bounds.LeftOperand)) is not { } start)
            return null;
        return (bounds.RightOperand is null ? length : ConstantOf(bounds.RightOperand)) - start;
    }

    /// <summary>Elements that a call of <c>Slice</c>, <c>AsSpan</c> … shows.</summary>
    /// <param name="call">The call.</param>
    /// <param name="length">Of the buffer.</param>
    public static int? LengthOfSlice(IInvocationOperation call, int? length)
    {
        IArgumentOperation[] bounds = [.. call.Arguments.Where(argument => argument.Parameter is { Name: "start" or "length" or "startIndex" })];
        if (bounds.FirstOrDefault(argument => argument.Parameter!.Name == "length") is { } count)
            return ConstantOf(count.Value);
        if (bounds.Length == 0)
            return call.Arguments.Any(argument => argument.Parameter?.Name == "range") ? null : length;
        return length - ConstantOf(bounds[0].Value);
    }

    /// <summary>Elements of <c>stackalloc float[n]</c>, n a constant.</summary>
    public static int? LengthOfStack(IOperation allocation) =>
        allocation is { Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: null }, ChildOperations.Count: 1 } ? ConstantOf(allocation.ChildOperations.First()) : null;

    /// <summary>Whether an operation is part of what <c>foreach</c> does by itself, with a copy of each element.</summary>
    public static bool IsOfForEach(IOperation operation) =>
        operation.Syntax.FirstAncestorOrSelf<ForEachStatementSyntax>() is { Type: not RefTypeSyntax } loop && !loop.Statement.Span.Contains(operation.Syntax.Span);

    private static int? ConstantOf(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation.ConstantValue is { HasValue: true, Value: int constant } ? constant : null;
    }
}
