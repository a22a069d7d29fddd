using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>Arguments for which an operation is not defined (ACT0006).</summary>
internal static class ArgumentChecks
{
    /// <summary>Number of members of <c>Initializer</c>.</summary>
    private const int Initializers = (int)Initializer.Identity + 1;

    public static void Check(LayerDeclaration layer, int index, ProblemCollection problems)
    {
        if (layer.Formula is not null)
            Require("Precision", 0, precision => precision is 0 or 1, "it is no member of Precision");
        switch (layer.Kind)
        {
            case LayerKind.Dense or LayerKind.GatedDense:
                Require("units", 0, units => units is >= 1 and <= int.MaxValue, "a layer has at least one unit");
                Require("Init", 0, init => init is >= 0 and < Initializers, "it is no member of Initializer");
                Require("InitScale", 1, FloatRange.Holds, "the weights are multiplied by a finite float");
                break;
            case LayerKind.Dropout:
                Require("rate", null, rate => rate is >= 0 and <= 1, layer.Number("rate", 0) is > 1 and <= 100
                    ? $"the rate is a share between 0 and 1: {Words.Of(layer.Number("rate", 0))} % is {Words.Of(layer.Number("rate", 0) / 100)}"
                    : "the rate is a share between 0 and 1");
                break;
            case LayerKind.RandomizedActivation:
                Require("lower", null, FloatRange.Holds, "a bound is a finite float");
                Require("upper", null, FloatRange.Holds, "a bound is a finite float");
                if (layer.Number("upper", 0) < layer.Number("lower", 0))
                    Require("upper", null, _ => false, $"it is below 'lower', {Words.Of(layer.Number("lower", 0))}");
                break;
            case LayerKind.RowOperator when layer.Operator?.Divisor is { } divisor:
                Require(divisor, 0, parts => parts is >= 1 and <= int.MaxValue, "the last axis is cut into at least one part");
                break;
            case LayerKind.Reshape when Reshaping.Fault(layer.Numbers("shape")) is { } fault:
                problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, "shape"), layer.Name, "shape", $"({string.Join(", ", layer.Numbers("shape").Select(size => Words.Of((double?)size)))})", fault);
                break;
            case LayerKind.Loss:
                foreach (LossSetting setting in layer.Loss!.For(layer).Settings)
                    Require(setting.Argument, setting.Default, setting.Range.Holds, setting.Range.Rule);
                break;
        }

        void Require(string name, double? otherwise, Func<double, bool> holds, string rule)
        {
            double? value = layer.Find(name) is { } argument ? argument.Number : otherwise;
            if (value is not { } number || !holds(number))
                problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, name), layer.Name, name, Words.Of(value), rule);
        }
    }
}
