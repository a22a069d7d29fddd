using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Variables of a method whose numbers may be kept within bounds, wherever that happens in it. Advice about overflow is silent about them.</summary>
internal sealed class Guards
{
    private readonly HashSet<ISymbol> _bounded = new(SymbolEqualityComparer.Default), _written = new(SymbolEqualityComparer.Default);

    public Guards(IOperation body)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    Add(_bounded, comparison.LeftOperand);
                    Add(_bounded, comparison.RightOperand);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Min" or "Max" or "Clamp" or "Abs" or "IsFinite" or "IsNaN" or "IsInfinity" } bounding:
                    foreach (IArgumentOperation argument in bounding.Arguments)
                        Add(_bounded, argument.Value);
                    break;
                case IIsPatternOperation pattern:
                    Add(_bounded, pattern.Value);
                    break;
                case ISwitchExpressionOperation choice:
                    Add(_bounded, choice.Value);
                    break;
                case IAssignmentOperation assignment:
                    Add(_written, assignment.Target);
                    break;
                case IArgumentOperation { Parameter: { } parameter } argument when parameter.RefKind != RefKind.None || (parameter.Type.IsBuffer() && !parameter.Type.IsReadOnlyView()):
                    Add(_written, argument.Value);
                    break;
            }
        }
    }

    /// <summary>Whether a variable, or an element of one, is compared or clamped.</summary>
    public bool IsBounded(IOperation expression) => RootOf(expression) is { } symbol && _bounded.Contains(symbol);

    /// <summary>Whether a variable, or an element of one, is bounded or written.</summary>
    public bool IsTouched(object variable) => variable is ISymbol symbol && (_bounded.Contains(symbol) || _written.Contains(symbol));

    private static void Add(HashSet<ISymbol> set, IOperation expression)
    {
        if (RootOf(expression) is { } symbol)
            set.Add(symbol);
    }

    private static ISymbol? RootOf(IOperation expression) => expression switch
    {
        IConversionOperation conversion => RootOf(conversion.Operand),
        IUnaryOperation unary => RootOf(unary.Operand),
        IArrayElementReferenceOperation element => RootOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => RootOf(instance),
        IImplicitIndexerReferenceOperation indexer => RootOf(indexer.Instance),
        IInvocationOperation { TargetMethod.Name: "AsSpan" or "Slice", Instance: { } instance } => RootOf(instance),
        IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments.Length: > 0 } view => RootOf(view.Arguments[0].Value),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
