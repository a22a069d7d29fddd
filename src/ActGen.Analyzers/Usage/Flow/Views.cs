using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What is seen of a buffer through a range or a slice.</summary>
internal static class Views
{
    /// <summary>What a range shows of a buffer; the length where the ends are constants.</summary>
    public static Value Range(IOperation range, Value of) => range switch
    {
        IRangeOperation { LeftOperand: null, RightOperand: null } => of,
        IRangeOperation bounds when (bounds.LeftOperand is null ? 0 : ConstantOf(bounds.LeftOperand)) is { } start =>
            of.View((bounds.RightOperand is null ? of.Length : ConstantOf(bounds.RightOperand)) - start, isWhole: false),
        _ => of.View(null, isWhole: false),
    };

    /// <summary>What a call of <c>Slice</c>, <c>AsSpan</c> … shows of a buffer.</summary>
    public static Value Slice(IInvocationOperation call, Value of)
    {
        IArgumentOperation[] bounds = [.. call.Arguments.Where(argument => argument.Parameter is { Name: "start" or "length" or "startIndex" or "range" })];
        if (bounds.Length == 0)
            return of.View(of.Length, isWhole: true);
        return bounds.FirstOrDefault(argument => argument.Parameter!.Name == "length") is { } count ? of.View(ConstantOf(count.Value), isWhole: false)
            : bounds[0].Parameter!.Name == "range" ? Range(bounds[0].Value, of)
            : of.View(of.Length - ConstantOf(bounds[0].Value), isWhole: false);
    }

    /// <summary>Elements of <c>stackalloc float[n]</c>, n a constant.</summary>
    public static int? LengthOfStack(IOperation allocation) =>
        allocation is { Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: null }, ChildOperations.Count: 1 } ? ConstantOf(allocation.ChildOperations.First()) : null;

    /// <summary>Whether an operation is part of what <c>foreach</c> does by itself, with a copy of each element.</summary>
    public static bool IsOfForEach(IOperation operation) =>
        operation.Syntax.FirstAncestorOrSelf<ForEachStatementSyntax>() is { Type: not RefTypeSyntax } loop && !loop.Statement.Span.Contains(operation.Syntax.Span);

    private static int? ConstantOf(IOperation operation) =>
        operation.WithoutConversions().ConstantValue is { HasValue: true, Value: int constant } ? constant : null;
}
