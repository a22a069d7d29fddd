using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>All forms of one kernel at many points, at one vector width.</summary>
/// <param name="Forward">f(x).</param>
/// <param name="Derivative">f′(x).</param>
/// <param name="ForwardOfBoth">f(x) where f′ is computed with it.</param>
/// <param name="DerivativeOfBoth">f′(x) beside f(x).</param>
/// <param name="DerivativeOfOutput">f′ from y, or null where the formula has no such form.</param>
internal sealed record KernelValues(float[] Forward, float[] Derivative, float[] ForwardOfBoth, float[] DerivativeOfBoth, float[]? DerivativeOfOutput)
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
        float[]? inOutput = TFormula.Keeps == ActivationOperand.Output ? new float[padded] : null;
        var values = new KernelValues(new float[padded], new float[padded], new float[padded], new float[padded], inOutput);
        for (int i = 0; i < padded; i += TVector.Count)
        {
            TVector lanes = TVector.Load(in x[0], (nuint)i);
            TVector y = TFormula.Forward<TVector, Accurate>(lanes, p);
            TVector.Store(y, ref values.Forward[0], (nuint)i);
            TVector.Store(TFormula.Derivative<TVector, Accurate>(lanes, p), ref values.Derivative[0], (nuint)i);
            TVector.Store(TFormula.ForwardWithDerivative<TVector, Accurate>(lanes, p, out TVector derivative), ref values.ForwardOfBoth[0], (nuint)i);
            TVector.Store(derivative, ref values.DerivativeOfBoth[0], (nuint)i);
            if (inOutput is not null)
                TVector.Store(TFormula.DerivativeOfOutput<TVector, Accurate>(y, p), ref inOutput[0], (nuint)i);
        }
        return values;
    }
}
