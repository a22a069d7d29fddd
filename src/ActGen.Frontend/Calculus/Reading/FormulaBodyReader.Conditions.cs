using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Calculus;

/// <summary>Conditions: comparisons, patterns and what joins them.</summary>
internal sealed partial class FormulaBodyReader
{
    private Expression? Condition(IOperation operation) =>
        Descends(operation.Syntax) ? Ascend(operation.Syntax, ConditionCore(operation)) : null;

    private Expression? ConditionCore(IOperation operation)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Condition(parenthesized.Operand);
            case IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Not } negation:
                return Condition(negation.Operand) is { } negated ? Expression.Of(Operator.Not, negated) : null;
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both when IsBool(both.LeftOperand):
                return Condition(both.LeftOperand) is { } first && Condition(both.RightOperand) is { } second
                    ? Expression.Of(Operator.And, first, second)
                    : null;
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either when IsBool(either.LeftOperand):
                return Condition(either.LeftOperand) is { } one && Condition(either.RightOperand) is { } other
                    ? Expression.Of(Operator.Or, one, other)
                    : null;
            case IBinaryOperation { OperatorMethod: null } binary when IsReal(binary.LeftOperand.Type) && IsReal(binary.RightOperand.Type):
                return Value(binary.LeftOperand) is { } left && Value(binary.RightOperand) is { } right
                    ? Compare(binary.OperatorKind, left, right) ?? Unsupported(operation)
                    : null;
            case IIsPatternOperation pattern:
                return Value(pattern.Value) is { } value ? Pattern(pattern.Pattern, value) : null;
            default:
                return Unsupported(operation);
        }
    }

    private static Expression? Compare(BinaryOperatorKind kind, Expression left, Expression right) => kind switch
    {
        BinaryOperatorKind.GreaterThan => Expression.Of(Operator.Greater, left, right),
        BinaryOperatorKind.GreaterThanOrEqual => Expression.Of(Operator.GreaterOrEqual, left, right),
        BinaryOperatorKind.LessThan => Expression.Of(Operator.Greater, right, left),
        BinaryOperatorKind.LessThanOrEqual => Expression.Of(Operator.GreaterOrEqual, right, left),
        BinaryOperatorKind.Equals => Expression.Of(Operator.Equal, left, right),
        BinaryOperatorKind.NotEquals => Expression.Of(Operator.Not, Expression.Of(Operator.Equal, left, right)),
        _ => null,
    };

    private Expression? Pattern(IPatternOperation pattern, Expression value) =>
        Descends(pattern.Syntax) ? Ascend(pattern.Syntax, PatternCore(pattern, value)) : null;

    private Expression? PatternCore(IPatternOperation pattern, Expression value)
    {
        switch (pattern)
        {
            case IRelationalPatternOperation relational when Value(relational.Value) is { } bound:
                return Compare(relational.OperatorKind, value, bound) ?? Unsupported(FirstToken(pattern.Syntax));
            case IConstantPatternOperation constant when Value(constant.Value) is { } equal:
                return Expression.Of(Operator.Equal, value, equal);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Pattern(both.LeftPattern, value) is { } first && Pattern(both.RightPattern, value) is { } second
                    ? Expression.Of(Operator.And, first, second)
                    : null;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Pattern(either.LeftPattern, value) is { } one && Pattern(either.RightPattern, value) is { } other
                    ? Expression.Of(Operator.Or, one, other)
                    : null;
            case INegatedPatternOperation negated:
                return Pattern(negated.Pattern, value) is { } inner ? Expression.Of(Operator.Not, inner) : null;
            default:
                return Unsupported(FirstToken(pattern.Syntax));
        }
    }

    private static bool IsBool(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_Boolean;
}
