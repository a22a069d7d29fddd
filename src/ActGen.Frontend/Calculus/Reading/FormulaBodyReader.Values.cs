using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Calculus;

/// <summary>Values: numbers, x, parameters, locals, arithmetic and choices.</summary>
internal sealed partial class FormulaBodyReader
{
    private Expression? Value(IOperation operation) =>
        Descends(operation.Syntax) ? Ascend(operation.Syntax, ValueCore(operation)) : null;

    private Expression? ValueCore(IOperation operation)
    {
        if (Constant(operation) is { } constant)
            return constant;
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand);
            case IConversionOperation { OperatorMethod: null } conversion when IsFloating(conversion.Type) && IsReal(conversion.Operand.Type):
                return Value(conversion.Operand);
            case IParameterReferenceOperation parameter when SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, method):
                return parameter.Parameter.Ordinal == 0 ? Expression.Input : Expression.Parameter(parameter.Parameter.Ordinal - 1);
            case ILocalReferenceOperation local when _locals.TryGetValue(local.Local, out Expression? known):
                return known;
            case ILocalReferenceOperation:
                // Its declaration has been reported.
                return problems.Any ? null : Unsupported(operation);
            case IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } minus:
                return Node(Operator.Negate, minus.Operand);
            case IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } plus:
                return Value(plus.Operand);
            case IBinaryOperation { OperatorMethod: null } binary when Arithmetic(binary.OperatorKind) is { } op && IsFloating(binary.Type):
                return Node(op, binary.LeftOperand, binary.RightOperand);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Condition(conditional.Condition) is { } condition && Value(conditional.WhenTrue) is { } chosen && Value(whenFalse) is { } otherwise
                    ? Expression.Of(Operator.Select, condition, chosen, otherwise)
                    : null;
            case ISwitchExpressionOperation choice:
                return Switch(choice);
            case IInvocationOperation call:
                return Call(call);
            default:
                return Unsupported(operation);
        }
    }

    private Expression? Node(Operator op, params IOperation[] operands) => Values(operands) is { } arguments ? Expression.Of(op, arguments) : null;

    private Expression[]? Values(IOperation[] operations)
    {
        var values = new Expression[operations.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (Value(operations[i]) is not { } value)
                return null;
            values[i] = value;
        }
        return values;
    }

    private Expression? Switch(ISwitchExpressionOperation choice)
    {
        if (Value(choice.Value) is not { } value)
            return null;
        Expression? result = null;
        // From the last arm to the first; the last one takes what is left, as the compiler proves or warns.
        foreach (ISwitchExpressionArmOperation arm in choice.Arms.Reverse())
        {
            if (arm.Guard is { } guard)
                return Unsupported(guard.Syntax.GetFirstToken(), "an arm with 'when' is not read: write its condition with ?:");
            bool isLast = arm == choice.Arms[choice.Arms.Length - 1];
            if (isLast && arm.Pattern is not IDiscardPatternOperation)
                return Problem(FirstToken(arm.Pattern.Syntax), "the last arm of a switch must be '_'");
            Expression? condition = isLast ? null : Pattern(arm.Pattern, value);
            if ((condition is null && !isLast) || Value(arm.Value) is not { } branch)
                return null;
            result = condition is null ? branch : Bounded(arm.Syntax, Expression.Of(Operator.Select, condition, branch, result!));
            if (result is null)
                return null;
        }
        return result ?? Unsupported(choice.Syntax.GetFirstToken());
    }

    private static Expression? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: var value }
        ? value switch
        {
            float single => Expression.Constant(single),
            double number => Expression.Constant(number),
            int number => Expression.Constant(number),
            long number => Expression.Constant(number),
            _ => null,
        }
        : null;

    private static Operator? Arithmetic(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => Operator.Add,
        BinaryOperatorKind.Subtract => Operator.Subtract,
        BinaryOperatorKind.Multiply => Operator.Multiply,
        BinaryOperatorKind.Divide => Operator.Divide,
        _ => null,
    };

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsReal(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Int32;
}
