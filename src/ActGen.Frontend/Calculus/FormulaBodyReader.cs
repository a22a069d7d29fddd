using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Calculus;

/// <summary>The body of a formula, operation by operation: locals, arithmetic, choices, functions. What does not fit is a
/// problem on its own token that says what is allowed.</summary>
internal sealed class FormulaBodyReader(IMethodSymbol method, Compilation compilation, ProblemList problems, InliningPath path, CancellationToken cancellation)
{
    /// <summary>Operations inside one another, inlined formulas included: the reader descends into each, and stacks are finite.</summary>
    private const int MaximumDepth = 256;

    /// <summary>What one inlined formula counts for: its body is bound and read on the stack of the caller.</summary>
    private const int DepthOfCall = 8;

    private static readonly string Allowed =
        "a formula may contain constants, x and the parameters, + - * /, comparisons, &&, ||, !, ?:, switch expressions with relational patterns, "
        + $"locals assigned once, the functions {FormulaFunctions.Names}, and other formulas";

    private readonly Dictionary<ILocalSymbol, Expression> _locals = new(SymbolEqualityComparer.Default);
    private readonly List<NamedPart> _named = [];
    private int _depth = path.Depth;

    /// <summary>Null where a problem was found.</summary>
    public FormulaBody? Read(IBlockOperation block)
    {
        foreach (IOperation statement in block.Operations)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (statement)
            {
                case IVariableDeclarationGroupOperation group:
                    foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(d => d.Declarators))
                        Declare(declarator);
                    break;
                case IReturnOperation { ReturnedValue: { } returned }:
                    Expression? value = Value(returned);
                    return value is null || problems.Any ? null : new FormulaBody(value, _named.ToEquatableArray());
                default:
                    Unsupported(FirstToken(statement.Syntax));
                    return null;
            }
        }
        return Missing(block.Syntax);
    }

    /// <summary>There is no value to read.</summary>
    public FormulaBody? Missing(SyntaxNode syntax)
    {
        SyntaxToken token = syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier ?? syntax.GetFirstToken();
        problems.Add(token, "Formula must return a value: '=> …;' or locals and one return");
        return null;
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer()?.Value is not { } initializer)
        {
            problems.Add((declarator.Syntax as VariableDeclaratorSyntax)?.Identifier ?? declarator.Syntax.GetFirstToken(),
                $"the local '{declarator.Symbol.Name}' must be given its value where it is declared");
            return;
        }
        if (Value(initializer) is not { } value)
            return;
        _locals[declarator.Symbol] = value;
        if (value.Arguments.Length > 0)
            _named.Add(new NamedPart(declarator.Symbol.Name, value));
    }

    private Expression? Value(IOperation operation) =>
        Descends(operation.Syntax) ? Ascend(operation.Syntax, ValueCore(operation)) : null;

    /// <summary>Every way down goes through here, so that no sum is long enough to exhaust the stack.</summary>
    private bool Descends(SyntaxNode syntax)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_depth >= MaximumDepth)
        {
            TooLarge(syntax, $"more than {MaximumDepth} operations lie inside one another; locals make it shorter");
            return false;
        }
        _depth++;
        return true;
    }

    /// <summary>Every expression comes up through here, so that none grows beyond what the compiled formula may carry.</summary>
    private Expression? Ascend(SyntaxNode syntax, Expression? expression)
    {
        _depth--;
        return expression is null ? null : Bounded(syntax, expression);
    }

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
                return problems.Any ? null : Unsupported(operation.Syntax.GetFirstToken());
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
                return Unsupported(OffendingToken(operation.Syntax));
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

    /// <summary>The expression, unless it has become too large to be anything but an accident.</summary>
    private Expression? Bounded(SyntaxNode syntax, Expression expression) => expression.Size <= FormulaSerializer.MaximumSize
        ? expression
        : TooLarge(syntax, $"written out it has more than {FormulaSerializer.MaximumSize} parts");

    private Expression? TooLarge(SyntaxNode syntax, string reason)
    {
        if (!problems.Any)
            problems.Add(syntax.GetFirstToken(), "the formula is too large: " + reason);
        return null;
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
                    ? Compare(binary.OperatorKind, left, right) ?? Unsupported(OffendingToken(operation.Syntax))
                    : null;
            case IIsPatternOperation pattern:
                return Value(pattern.Value) is { } value ? Pattern(pattern.Pattern, value) : null;
            default:
                return Unsupported(OffendingToken(operation.Syntax));
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

    private Expression? Switch(ISwitchExpressionOperation choice)
    {
        if (Value(choice.Value) is not { } value)
            return null;
        Expression? result = null;
        // From the last arm to the first; the last one takes what is left, as the compiler proves or warns.
        foreach (ISwitchExpressionArmOperation arm in choice.Arms.Reverse())
        {
            if (arm.Guard is { } guard)
                return Unsupported(guard.Syntax.GetFirstToken());
            bool isLast = arm == choice.Arms[choice.Arms.Length - 1];
            if (isLast && arm.Pattern is not IDiscardPatternOperation)
                return Unsupported(FirstToken(arm.Pattern.Syntax), "the last arm of a switch must be '_'");
            if (Value(arm.Value) is not { } branch)
                return null;
            if (result is null)
                result = branch;
            else if (Pattern(arm.Pattern, value) is not { } condition || Bounded(arm.Syntax, Expression.Of(Operator.Select, condition, branch, result)) is not { } chosen)
                return null;
            else
                result = chosen;
        }
        return result ?? Unsupported(choice.Syntax.GetFirstToken());
    }

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

    private Expression? Call(IInvocationOperation call)
    {
        SyntaxToken name = OffendingToken(call.Syntax);
        IMethodSymbol target = call.TargetMethod;
        IOperation[] arguments = new IOperation[target.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
                arguments[parameter.Ordinal] = argument.Value;
        }
        if (arguments.Any(argument => argument is null))
            return Unsupported(name);
        if (IsFormula(target))
            return InlineCall(call, name, arguments);
        string owner = target.ContainingType.ToDisplayString();
        if (!target.IsStatic || owner is not ("ActGen.Functions" or "System.Math" or "System.MathF" or "float" or "double"))
            return Unsupported(name, $"'{target.Name}' is not a function that a formula can differentiate; {Allowed}");
        if (FormulaFunctions.Find(target.Name, arguments.Length) is not { } function)
            return Unsupported(name, $"'{target.Name}' is not a function that a formula can differentiate; {Allowed}");
        return Values(arguments) is { } values ? function(values) : null;
    }

    private static bool IsFormula(IMethodSymbol target) =>
        target is { Name: "Formula", IsStatic: true } && target.ContainingType.GetAttributes().Any(a => a.AttributeClass is { } c
            && (c.ToDisplayString() is FormulaReader.AttributeName or CompiledFormulaReader.AttributeName));

    private Expression? InlineCall(IInvocationOperation call, SyntaxToken name, IOperation[] arguments)
    {
        Expression? body = FormulaReader.Inline(call.TargetMethod, compilation, path, _depth + DepthOfCall, cancellation, out string? problem);
        if (body is null)
            return Unsupported(name, problem ?? $"'{call.TargetMethod.ContainingType.Name}.Formula' cannot be read");
        return Values(arguments) is { } values ? Substitute(body) : null;

        Expression? Substitute(Expression node)
        {
            if (node.Operator == Operator.Input)
                return values[0];
            if (node.Operator == Operator.Parameter)
                return values[node.Index + 1];
            if (node.Arguments.Length == 0)
                return node;
            var parts = new Expression[node.Arguments.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                if (Substitute(node[i]) is not { } part)
                    return null;
                parts[i] = part;
            }
            return Bounded(call.Syntax, node.With([.. parts]));
        }
    }

    private Expression? Unsupported(SyntaxToken token, string? message = null)
    {
        problems.Add(token, message ?? $"'{token.Text}' is not allowed here; {Allowed}");
        return null;
    }

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsReal(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Int32;

    private static bool IsBool(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_Boolean;

    private static SyntaxToken FirstToken(SyntaxNode node) => node.GetFirstToken();

    /// <summary>The token that is the trouble: the operator of an operation, the name of a call.</summary>
    private static SyntaxToken OffendingToken(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken,
        PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken,
        PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken,
        AssignmentExpressionSyntax assignment => assignment.OperatorToken,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier,
        MemberAccessExpressionSyntax member => member.Name.Identifier,
        _ => node.GetFirstToken(),
    };
}
