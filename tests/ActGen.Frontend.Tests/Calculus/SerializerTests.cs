using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Tests.Calculus;

public class SerializerTests
{
    [Fact]
    public void Reading_what_was_written_gives_the_same()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            Expression expression = RandomExpression(random, 6);
            Assert.Equal(expression, FormulaSerializer.ReadExpression(FormulaSerializer.Write(expression)));
            EquatableArray<FormulaParameter> parameters = Enumerable.Range(0, random.Next(4))
                .Select(j => new FormulaParameter("p" + j, RandomNumber(random), random.Next(2) == 0)).ToEquatableArray();
            Assert.Equal(parameters, FormulaSerializer.ReadParameters(FormulaSerializer.Write(parameters)));
            var rule = new KeepRule((Operand)random.Next(4), Enumerable.Range(0, random.Next(3)).Select(j => new KeepCondition(j, random.Next(2) == 0)).ToEquatableArray());
            Assert.Equal(rule, FormulaSerializer.ReadRule(FormulaSerializer.Write(rule)));
        }
    }

    [Theory]
    [InlineData(0.01f, "0.01f")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "-0f")]
    [InlineData(3, "3f")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Numbers_are_as_short_as_exactness_allows(double value, string expected) => Assert.Equal(expected, FormulaSerializer.Write(value));

    [Theory]
    [InlineData("")]
    [InlineData("+ x")]
    [InlineData("x x")]
    [InlineData("frobnicate x")]
    [InlineData("p")]
    [InlineData("p-1")]
    [InlineData("* x 1,5f")]
    public void Malformed_expression_is_none(string text) => Assert.Null(FormulaSerializer.ReadExpression(text));

    [Theory]
    [InlineData("")]
    [InlineData("all")]
    [InlineData("output p0<0")]
    [InlineData("output q>0")]
    [InlineData("output p>0")]
    public void Malformed_rule_is_none(string text) => Assert.Null(FormulaSerializer.ReadRule(text));

    private static Expression RandomExpression(Random random, int depth)
    {
        Operator[] inner = [.. Enum.GetValues<Operator>().Where(op => op > Operator.Parameter)];
        if (depth == 0 || random.Next(5) == 0)
        {
            return random.Next(3) switch
            {
                0 => Expression.Input,
                1 => Expression.Parameter(random.Next(12)),
                _ => Expression.Constant(RandomNumber(random)),
            };
        }
        Operator op = inner[random.Next(inner.Length)];
        // Arity three only rarely: written out, the tree must stay below the limit.
        if (OperatorTable.Row(op).Arity == 3 && depth > 3)
            op = Operator.Add;
        Expression[] arguments = [.. Enumerable.Range(0, OperatorTable.Row(op).Arity).Select(_ => RandomExpression(random, depth - 1))];
        return Expression.Of(op, arguments);
    }

    private static double RandomNumber(Random random) => random.Next(6) switch
    {
        0 => BitConverter.Int64BitsToDouble(random.NextInt64()) is var any && double.IsNaN(any) ? double.NaN : any,
        1 => -0.0,
        2 => random.Next(-9, 10),
        3 => double.PositiveInfinity,
        _ => BitConverter.Int32BitsToSingle(random.Next()) is var single && float.IsNaN(single) ? double.NaN : single,
    };
}
