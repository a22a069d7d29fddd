// Title: Softmax of a shifted copy
// Source: scipy.special.softmax; numpy idiom np.exp(x - x.max())
// About: The maximum is taken off by LINQ, in a step of its own
// Expected: none
using System.Linq;

public static class UsageShiftedCopy
{
    public static float[] Softmax(float[] scores)
    {
        float largest = scores.Max();
        float[] shifted = scores.Select(score => score - largest).ToArray();
        float[] exponentials = shifted.Select(MathF.Exp).ToArray();
        float sum = exponentials.Sum();
        return exponentials.Select(exponential => exponential / sum).ToArray();
    }
}
