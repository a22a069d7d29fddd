using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Variables of a method whose numbers may be kept within bounds, wherever that happens in it. Advice about overflow is silent about them.</summary>
internal sealed class Guards
{
    private readonly HashSet<ISymbol> _bounded = new(SymbolEqualityComparer.Default), _written = new(SymbolEqualityComparer.Default);

    private readonly List<(ISymbol Variable, IOperation Value)> _assigned = [];

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
                case IInvocationOperation bounding when bounding.TargetMethod is { Name: "Min" or "Max" or "Clamp" or "Abs" or "Sign" } or { ReturnType.SpecialType: SpecialType.System_Boolean }:
                    Add(_bounded, bounding.Instance);
                    foreach (IArgumentOperation argument in bounding.Arguments)
                        Add(_bounded, argument.Value);
                    break;
                case ISwitchOperation choice:
                    Add(_bounded, choice.Value);
                    break;
                case IIsPatternOperation pattern:
                    Add(_bounded, pattern.Value);
                    break;
                case ISwitchExpressionOperation choice:
                    Add(_bounded, choice.Value);
                    break;
                case IAssignmentOperation assignment:
                    Add(_written, assignment.Target);
                    if (RootOf(assignment.Target) is { } target)
                        _assigned.Add((target, assignment.Value));
                    break;
                case IVariableDeclaratorOperation { Symbol: { } local } declarator when declarator.GetVariableInitializer() is { } initializer:
                    _assigned.Add((local, initializer.Value));
                    break;
                case IArgumentOperation { Parameter: { } parameter } argument when parameter.RefKind != RefKind.None || (parameter.Type.IsBuffer() && !parameter.Type.IsReadOnlyView()):
                    Add(_written, argument.Value);
                    break;
            }
        }
        while (_assigned.RemoveAll(made => _bounded.Contains(made.Variable) && AddSources(made.Value)) > 0)
        {
            // A number is bounded with what is computed from it.
        }
    }

    /// <summary>Whether a variable, or an element of one, is compared or clamped.</summary>
    public bool IsBounded(IOperation expression) => RootOf(expression) is { } symbol && _bounded.Contains(symbol);

    /// <summary>Whether a variable, or an element of one, is bounded or written.</summary>
    public bool IsTouched(object variable) => variable is ISymbol symbol && (_bounded.Contains(symbol) || _written.Contains(symbol));

    /// <summary>Adds what a number is computed from, as far as arithmetic goes.</summary>
    private bool AddSources(IOperation value)
    {
        if (RootOf(value) is { } symbol)
        {
            _bounded.Add(symbol);
            return true;
        }
        IEnumerable<IOperation> operands = value switch
        {
            IBinaryOperation or IUnaryOperation or IConversionOperation or IConditionalOperation or IParenthesizedOperation => value.ChildOperations,
            IInvocationOperation call when call.Type.IsReal() && call.Arguments.All(argument => argument.Value.Type.IsReal()) => call.Arguments.Select(argument => argument.Value),
            _ => [],
        };
        foreach (IOperation operand in operands)
            AddSources(operand);
        return true;
    }

    private static void Add(HashSet<ISymbol> set, IOperation? expression)
    {
        if (RootOf(expression) is { } symbol)
            set.Add(symbol);
    }

    private static ISymbol? RootOf(IOperation? expression) => expression switch
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
