using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Recurrent layers as the literature writes them, with the platform's exponential: what the library's definition must agree with to rounding.</summary>
internal static class RecurrentEquations
{
    /// <summary>h of all steps of one row.</summary>
    public static double[] Run(string cell, RecurrentShape shape, double[] x, double[] w, double[] u, double[] b)
    {
        int units = shape.Units, columns = w.Length / shape.Inputs;
        double[] h = new double[units], c = new double[units], all = new double[shape.Steps * units];
        for (int step = 0; step < shape.Steps; step++)
        {
            double[] next = new double[units];
            for (int k = 0; k < units; k++)
            {
                double In(int gate) => b[(gate * units) + k] + Enumerable.Range(0, shape.Inputs).Sum(i => x[(step * shape.Inputs) + i] * w[(i * columns) + (gate * units) + k]);
                double Back(int gate) => Enumerable.Range(0, units).Sum(i => h[i] * u[(i * columns) + (gate * units) + k]);
                switch (cell)
                {
                    case "LSTM":
                        c[k] = (Sigmoid(In(1) + Back(1)) * c[k]) + (Sigmoid(In(0) + Back(0)) * Math.Tanh(In(2) + Back(2)));
                        next[k] = Sigmoid(In(3) + Back(3)) * Math.Tanh(c[k]);
                        break;
                    case "GRU":
                        double z = Sigmoid(In(1) + Back(1)), n = Math.Tanh(In(2) + (Sigmoid(In(0) + Back(0)) * (Back(2) + b[columns + k])));
                        next[k] = ((1 - z) * n) + (z * h[k]);
                        break;
                    default:
                        next[k] = Math.Tanh(In(0) + Back(0));
                        break;
                }
            }
            h = next;
            h.CopyTo(all, step * units);
        }
        return all;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
