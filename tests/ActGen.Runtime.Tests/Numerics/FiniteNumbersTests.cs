using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Numerics;

[Collection(nameof(Widths))]
public sealed class FiniteNumbersTests
{
    [Fact]
    public void The_first_that_is_no_number_is_found_wherever_it_lies()
    {
        foreach (int length in (int[])[0, 1, 3, 16, 17, 64, 65, 131])
        {
            foreach (int width in Widths.All)
            {
                float[] values = new float[length];
                Array.Fill(values, -float.MaxValue);
                Assert.Equal(-1, Found(width, values));
                for (int i = length - 1; i >= 0; i--)
                {
                    values[i] = (i % 3) switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => float.NegativeInfinity };
                    Assert.Equal(i, Found(width, values));
                }
            }
        }
    }

    private static int Found(int width, float[] values)
    {
        int found = 0;
        Widths.Force(width, () => found = new ReadOnlySpan<float>(values).IndexOfNonFinite());
        return found;
    }
}
