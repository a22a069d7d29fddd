using System.Globalization;
using System.Text;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>The one writer and reader of what <c>[CompiledFormula]</c> carries: expression as prefix text
/// (<c>* x tanh softplus x</c>), parameters (<c>slope=0.01f beta*=1f</c>, a star: learnable), rule (<c>output p0&gt;0</c>).</summary>
internal static class FormulaSerializer
{
    /// <summary>Of the encoding; another version is a diagnostic that names both.</summary>
    public const int Version = 1;

    /// <summary>Larger formulas are refused when they are read: every later walk stays short.</summary>
    public const int MaximumSize = 512;

    public static string Write(Expression expression)
    {
        var text = new StringBuilder();
        Append(expression);
        return text.ToString();

        void Append(Expression node)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(node.Operator switch
            {
                Operator.Constant => Write(node.Value),
                Operator.Input => "x",
                Operator.Output => "y",
                Operator.Parameter => "p" + node.Index.ToString(CultureInfo.InvariantCulture),
                _ => OperatorTable.Row(node.Operator).Key,
            });
            foreach (Expression argument in node.Arguments)
                Append(argument);
        }
    }

    /// <summary>The expression, or null where the text is not one.</summary>
    public static Expression? ReadExpression(string text)
    {
        string[] words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaximumSize)
            return null;
        int position = 0;
        Expression? expression = Next();
        return position == words.Length && expression?.Size <= MaximumSize ? expression : null;

        Expression? Next()
        {
            if (position == words.Length)
                return null;
            string word = words[position++];
            if (word == "x")
                return Expression.Input;
            if (word == "y")
                return Expression.Output;
            if (word[0] == 'p' && int.TryParse(word.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
                return Expression.Parameter(index);
            if (OperatorTable.Find(word) is not { } row)
                return ReadNumber(word) is { } value ? Expression.Constant(value) : null;
            var arguments = new Expression[row.Arity];
            for (int i = 0; i < arguments.Length; i++)
            {
                if (Next() is not { } argument)
                    return null;
                arguments[i] = argument;
            }
            return Expression.Of(row.Operator, arguments);
        }
    }

    public static string Write(EquatableArray<FormulaParameter> parameters) =>
        string.Join(" ", parameters.Select(parameter => parameter.Name + (parameter.IsLearnable ? "*=" : "=") + Write(parameter.Default)));

    public static EquatableArray<FormulaParameter>? ReadParameters(string text)
    {
        var parameters = new List<FormulaParameter>();
        foreach (string word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = word.IndexOf('=');
            if (equals < 1 || ReadNumber(word.Substring(equals + 1)) is not { } value)
                return null;
            bool isLearnable = word[equals - 1] == '*';
            parameters.Add(new FormulaParameter(word.Substring(0, isLearnable ? equals - 1 : equals), value, isLearnable));
        }
        return parameters.ToEquatableArray();
    }

    public static string Write(KeepRule rule) => string.Join(" ",
        [
            rule.Operand.ToString().ToLowerInvariant(),
            .. rule.Conditions.Select(condition => $"p{condition.Parameter.ToString(CultureInfo.InvariantCulture)}{(condition.AllowsZero ? ">=" : ">")}0"),
        ]);

    public static KeepRule? ReadRule(string text)
    {
        string[] words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        Operand? operand = words[0] switch
        {
            "none" => Operand.None,
            "output" => Operand.Output,
            "derivative" => Operand.Derivative,
            "input" => Operand.Input,
            _ => null,
        };
        if (operand is null)
            return null;
        var conditions = new List<KeepCondition>();
        foreach (string word in words.Skip(1))
        {
            int relation = word.IndexOf('>');
            if (word[0] != 'p' || relation < 2 || !int.TryParse(word.Substring(1, relation - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
                return null;
            string rest = word.Substring(relation);
            if (rest is not (">0" or ">=0"))
                return null;
            conditions.Add(new KeepCondition(index, rest == ">=0"));
        }
        return new KeepRule(operand.Value, conditions.ToEquatableArray());
    }

    /// <summary>The shortest text that reads back to the same bits: <c>0.01f</c> where the number is a float, else double.</summary>
    public static string Write(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        if (value == 0)
            return BitConverter.DoubleToInt64Bits(value) < 0 ? "-0f" : "0f";
        float single = (float)value;
        for (int digits = 1; digits <= 9 && single == value; digits++)
        {
            string text = single.ToString("G" + digits, CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float back) && back == single)
                return text + "f";
        }
        for (int digits = 15; digits <= 16; digits++)
        {
            string text = value.ToString("G" + digits, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back == value)
                return text;
        }
        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static double? ReadNumber(string word) => word switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        // .NET Framework reads "-0" as +0.
        "-0f" => BitConverter.Int64BitsToDouble(long.MinValue),
        _ when word.EndsWith("f", StringComparison.Ordinal) =>
            float.TryParse(word.Substring(0, word.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out float single) ? single : null,
        _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null,
    };
}
