using System.Globalization;
using System.Reflection;
using ActGen.CompilerServices;
using ActGen.Tools;

namespace ActGen.Peers.Functions;

/// <summary>Writes <c>docs/activations/cost.csv</c>, from which the pages of the activations take their times: <c>name,forward_ns,backward_ns</c> per element,
/// 4,096 elements in cache on one thread.</summary>
internal static class CostFile
{
    private const int Elements = 4096;

    /// <summary>Measures every formula of the library.</summary>
    /// <param name="turns">How often forward and backward have their turns; odd.</param>
    public static void Write(int turns)
    {
        using Buffers buffers = new(Elements, Elements);
        // Backward multiplies in place: a gradient of 0 stays what it is, and no loop branches on its data.
        buffers.Upstream.Clear();
        MethodInfo measure = typeof(CostFile).GetMethod(nameof(Measure), BindingFlags.NonPublic | BindingFlags.Static)!;
        List<string> lines = ["name,forward_ns,backward_ns"];
        foreach (Type formula in typeof(Formulas).GetNestedTypes().Where(type => typeof(IActivation).IsAssignableFrom(type)).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            double[] nanoseconds = (double[])measure.MakeGenericMethod(formula).Invoke(null, [buffers, turns])!;
            lines.Add($"{formula.Name},{string.Join(",", nanoseconds.Select(time => (time / Elements).ToString("0.000", CultureInfo.InvariantCulture)))}");
            Console.WriteLine(lines[^1]);
        }
        File.WriteAllLines(Repository.PathOf("docs", "activations", "cost.csv"), lines);
    }

    private static double[] Measure<TFormula>(Buffers buffers, int turns)
        where TFormula : IActivation
    {
        float[] parameters = [.. TFormula.ParameterDefaults.ToArray().Select(value => (float)value)];
        return Interleaved.Measure([Forward, Backward], turns).Nanoseconds;

        void Forward(int times)
        {
            for (int i = 0; i < times; i++)
                Activations.Apply<TFormula>(buffers.X, buffers.Y);
        }

        void Backward(int times)
        {
            for (int i = 0; i < times; i++)
                Elementwise<float>.Backward<TFormula>(new Work(1), buffers.Upstream, TFormula.Keeps, TFormula.Keeps == ActivationOperand.Output ? buffers.Y : buffers.Kept, parameters);
        }
    }
}
