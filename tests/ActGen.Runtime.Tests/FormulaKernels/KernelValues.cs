using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>All forms of one kernel at many points, at one vector width.</summary>
internal sealed record KernelValues(float[] Forward, float[] Derivative, float[] ForwardOfBoth, float[] DerivativeOfBoth)
{
    public static KernelValues Of<TFormula, TVector>(float[] points, double[] parameters)
        where TFormula : IActivation
        where TVector : unmanaged, ISimd<TVector, float>
    {
        var p = new TVector[parameters.Length];
        for (int i = 0; i < p.Length; i++)
            p[i] = TVector.Broadcast((float)parameters[i]);
        int padded = (points.Length + TVector.Count - 1) / TVector.Count * TVector.Count;
        float[] x = [.. points, .. new float[padded - points.Length]];
        var values = new KernelValues(new float[padded], new float[padded], new float[padded], new float[padded]);
        for (int i = 0; i < padded; i += TVector.Count)
        {
            TVector lanes = TVector.Load(in x[0], (nuint)i);
            TVector.Store(TFormula.Forward(lanes, p), ref values.Forward[0], (nuint)i);
            TVector.Store(TFormula.Derivative(lanes, p), ref values.Derivative[0], (nuint)i);
            TVector.Store(TFormula.ForwardWithDerivative(lanes, p, out TVector derivative), ref values.ForwardOfBoth[0], (nuint)i);
            TVector.Store(derivative, ref values.DerivativeOfBoth[0], (nuint)i);
        }
        return values;
    }
}
