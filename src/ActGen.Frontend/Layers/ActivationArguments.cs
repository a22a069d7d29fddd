using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Layers;

/// <summary>Matches the arguments of an activation attribute to the parameters of its formula: a list by position, others by name.</summary>
internal static class ActivationArguments
{
    /// <summary>The formula's parameters in order, defaults where nothing was written; empty when the formula is unknown.</summary>
    public static EquatableArray<double> Check(LayerDeclaration layer, int index, ProblemCollection problems)
    {
        if (layer.Formula is null)
            return [];
        if (layer.Formula.Formula is not { } formula)
        {
            string fault = layer.Formula.Fault ?? $"'{layer.Formula.DisplayName}' {(layer.Formula.HasErrorOfItsOwn ? "has an error of its own" : "is no struct with [ActivationFunction] and a Formula")}";
            problems.Add(new Problem(DeclarationDescriptors.UnsupportedFormula.Id, new(index), [$"[{layer.Name}] has no formula to compile: {fault}"]) { IsToldElsewhere = layer.Formula.HasErrorOfItsOwn });
            return [];
        }
        foreach (LayerArgument computed in layer.Arguments.Items.Where(argument => argument.IsComputed))
        {
            problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index), layer.Name, computed.Name, "computed where the attribute calls its base constructor",
                "pass numbers, constants or the constructor's own parameters there");
            return [];
        }
        if (layer.Kind == LayerKind.RandomizedActivation)
            return Mean(layer, formula, index, problems);
        CheckChannels(layer, formula, index, problems);
        double[] values = formula.Defaults;
        var written = new string?[values.Length];
        foreach (LayerArgument argument in layer.Arguments.Items.Where(argument => !IsOfLayer(argument)))
        {
            if (argument.IsList)
                TakeList(argument);
            else if (Position(argument.Name) is >= 0 and int position)
                (values[position], written[position]) = (argument.Number ?? double.NaN, argument.Name);
            else if (argument is { IsOfConstructor: true, Number: not null })
                problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, argument.Name), layer.Name, argument.Name, Words.Of(argument.Number), Nameless(argument.Name));
        }
        for (int i = 0; i < values.Length; i++)
        {
            if (!FloatRange.Holds(values[i]))
                problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, written[i]),
                    layer.Name, formula.Parameters[i].Name, Words.Of(values[i]), "a parameter of a formula is a finite float");
        }
        if (values.All(FloatRange.Holds))
            CheckDomain(layer, formula, values, written, index, problems);
        return [.. values];

        void TakeList(LayerArgument list)
        {
            if (list.Numbers.Count > values.Length)
                problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, list.Name), layer.Name, list.Name,
                    $"a list of {Words.Of(list.Numbers.Count)}", $"'{formula.DisplayName}' has {Words.Of(values.Length)} parameters");
            for (int i = 0; i < Math.Min(list.Numbers.Count, values.Length); i++)
                (values[i], written[i]) = (list.Numbers[i], list.Name);
        }

        string Nameless(string name) => formula.Parameters.Count == 0
            ? $"'{formula.DisplayName}' has no parameters"
            : $"'{name}' is no parameter of {formula.DisplayName} ({string.Join(", ", formula.Parameters.Select(parameter => parameter.Name))}): name it as the formula does";

        // What the attribute says of the layer around the formula.
        bool IsOfLayer(LayerArgument argument) => argument.IsOfConstructor
            ? argument.Name == "units" && layer.Kind == LayerKind.GatedDense
            : argument.Name is "Bias" or "Init" or "InitScale" or "PerChannel" or "Precision";

        // Property names begin with a capital, formula parameters do not.
        int Position(string name)
        {
            for (int i = 0; i < formula.Parameters.Count; i++)
            {
                if (string.Equals(formula.Parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
                    return i;
            }
            return -1;
        }
    }

    /// <summary>The one parameter of a formula that is random in training: its mean, with which inference computes.</summary>
    private static EquatableArray<double> Mean(LayerDeclaration layer, Formula formula, int index, ProblemCollection problems)
    {
        if (formula.Parameters is { Count: 1 } && !formula.Parameters[0].IsLearnable)
        {
            double[] mean = [(layer.Number("lower", 0) + layer.Number("upper", 0)) / 2];
            foreach (string bound in new[] { "lower", "upper" }.Where(bound => FloatRange.Holds(layer.Number(bound, 0))))
                CheckDomain(layer, formula, [layer.Number(bound, 0)], [bound], index, problems);
            return [.. mean];
        }
        problems.Add(DeclarationDescriptors.UnsupportedFormula, new(index),
            $"[{layer.Name}] draws the one parameter of its formula at random, and '{formula.DisplayName}' has {(formula.Parameters.Count == 1 ? "a learned one" : Words.Of(formula.Parameters.Count))}");
        return [];
    }

    /// <summary>Values for which the formula is no function: CELU divides by α. The default values are the formula's own affair (ACT0011).</summary>
    private static void CheckDomain(LayerDeclaration layer, Formula formula, double[] values, string?[] written, int index, ProblemCollection problems)
    {
        double[] rounded = [.. values.Select(value => (double)(float)value)], defaults = formula.Defaults;
        if (written.All(name => name is null) || DomainCheck.Undefined(formula, rounded) is not { } x)
            return;
        // The one to blame is that without which the others would do.
        int blamed = Enumerable.Range(0, values.Length).Where(i => written[i] is not null)
            .OrderBy(i => DomainCheck.Undefined(formula, [.. rounded.Select((value, j) => j == i ? defaults[j] : value)]) is null ? 0 : 1).First();
        if (DomainCheck.Undefined(formula, [.. defaults.Select(value => (double)(float)value)]) is null)
            problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, written[blamed]), layer.Name,
                layer.Kind == LayerKind.RandomizedActivation ? written[blamed]! : formula.Parameters[blamed].Name, Words.Of(values[blamed]),
                $"with it the value of '{formula.DisplayName}' is not finite at x = {Words.Of(x)}");
    }

    private static void CheckChannels(LayerDeclaration layer, Formula formula, int index, ProblemCollection problems)
    {
        if (layer.Kind == LayerKind.Activation && layer.Flag("PerChannel", false) && !formula.Parameters.Items.Any(parameter => parameter.IsLearnable))
            problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, "PerChannel"), layer.Name, "PerChannel", "true", $"'{formula.DisplayName}' has no learned parameter");
    }
}
