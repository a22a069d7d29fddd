namespace ActGen.CompilerServices;

/// <summary>1 − (I + ε)/(I + α·P + β·N + ε), I = Σxt right, P = Σx(1 − t) false positives, N = Σ(1 − x)t false negatives, α the setting, β the other one, ε = 10⁻⁷
/// (Salehi et al. 2017). α = β = ½ is Dice: 1 − 2I/(Σx + Σt).</summary>
/// <remarks>ε is added above as well as below, so that an empty row that is predicted empty costs 0; Keras adds it below only, and there it costs 1.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TverskyError : IRowLoss
{
    private const double Epsilon = 1e-7;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Row<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double right = 0, falsePositives = 0, falseNegatives = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double x = double.CreateTruncating(outputs[i]), t = double.CreateTruncating(targets[i]);
            right += x * t;
            falsePositives += x * (1 - t);
            falseNegatives += (1 - x) * t;
        }

        double wrong = (setting * falsePositives) + (other * falseNegatives), all = right + wrong + Epsilon;
        for (int i = 0; i < gradient.Length; i++)
        {
            // L = wrong/all: ∂wrong = α(1 − t) − βt, ∂all = t + ∂wrong.
            double t = double.CreateTruncating(targets[i]), ofWrong = (setting * (1 - t)) - (other * t);
            gradient[i] = T.CreateTruncating((ofWrong - (wrong / all * (t + ofWrong))) / all);
        }

        return wrong / all;
    }
}
