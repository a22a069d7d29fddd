using System.Collections.Immutable;

namespace ActGen.Frontend.Calculus;

/// <summary>A formula as an immutable tree, equal by structure. Built with the C# operators it simplifies itself
/// (<see cref="Algebra"/>); built with <see cref="Of"/> it stays as written.</summary>
internal sealed class Expression : IEquatable<Expression>
{
    private readonly int _hash;

    private Expression(Operator op, double value, int index, ImmutableArray<Expression> arguments)
    {
        Operator = op;
        Value = value;
        Index = index;
        Arguments = arguments;
        int hash = unchecked(((int)op * 397) ^ BitConverter.DoubleToInt64Bits(value).GetHashCode() ^ (index * 7919));
        long size = 1;
        DependsOnInput = op is Operator.Input or Operator.Output;
        foreach (Expression argument in arguments)
        {
            hash = unchecked((hash * -1521134295) + argument._hash);
            size += argument.Size;
            DependsOnInput |= argument.DependsOnInput;
        }
        // Powers count as what they become, so that nobody writes 8⁷ factors in seven calls.
        if (op == Operator.Pow && arguments[1].IsConstant && Math.Abs(arguments[1].Value) <= Algebra.LargestWrittenPower)
            size *= Math.Max(1, (long)Math.Abs(arguments[1].Value));
        _hash = hash;
        Size = (int)Math.Min(size, int.MaxValue);
    }

    public static Expression Input { get; } = new(Operator.Input, 0, 0, []);

    public static Expression Output { get; } = new(Operator.Output, 0, 0, []);

    public static Expression Zero { get; } = Constant(0);

    public static Expression One { get; } = Constant(1);

    public Operator Operator { get; }

    /// <summary>Of a constant.</summary>
    public double Value { get; }

    /// <summary>Of a parameter: its position.</summary>
    public int Index { get; }

    public ImmutableArray<Expression> Arguments { get; }

    /// <summary>Nodes of the tree, shared ones counted as often as they occur, powers written out.</summary>
    public int Size { get; }

    /// <summary>Whether x or y occurs.</summary>
    public bool DependsOnInput { get; }

    public Expression this[int argument] => Arguments[argument];

    public bool IsConstant => Operator == Operator.Constant;

    public static implicit operator Expression(double value) => Constant(value);

    public static Expression operator +(Expression left, Expression right) => Algebra.Make(Operator.Add, left, right);

    public static Expression operator -(Expression left, Expression right) => Algebra.Make(Operator.Subtract, left, right);

    public static Expression operator *(Expression left, Expression right) => Algebra.Make(Operator.Multiply, left, right);

    public static Expression operator /(Expression left, Expression right) => Algebra.Make(Operator.Divide, left, right);

    public static Expression operator -(Expression value) => Algebra.Make(Operator.Negate, value);

    public static bool operator ==(Expression? left, Expression? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Expression? left, Expression? right) => !(left == right);

    public static Expression Constant(double value) => new(Operator.Constant, value, 0, []);

    public static Expression Parameter(int index) => new(Operator.Parameter, 0, index, []);

    /// <summary>A node exactly as given.</summary>
    public static Expression Of(Operator op, params ReadOnlySpan<Expression> arguments) => new(op, 0, 0, [.. arguments]);

    /// <summary>Whether this is the constant <paramref name="value"/>.</summary>
    public bool Is(double value) => IsConstant && Value == value;

    /// <summary>Whether <paramref name="part"/> occurs.</summary>
    public bool Contains(Expression part) => Equals(part) || Arguments.Any(argument => argument.Size >= part.Size && argument.Contains(part));

    /// <summary>This node over other arguments, unsimplified.</summary>
    public Expression With(ImmutableArray<Expression> arguments) => new(Operator, Value, Index, arguments);

    public bool Equals(Expression? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || _hash != other._hash || Operator != other.Operator || Size != other.Size || Index != other.Index
            || BitConverter.DoubleToInt64Bits(Value) != BitConverter.DoubleToInt64Bits(other.Value) || Arguments.Length != other.Arguments.Length)
        {
            return false;
        }
        for (int i = 0; i < Arguments.Length; i++)
        {
            if (!Arguments[i].Equals(other.Arguments[i]))
                return false;
        }
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Expression);

    public override int GetHashCode() => _hash;

    public override string ToString() => FormulaSerializer.Write(this);
}
