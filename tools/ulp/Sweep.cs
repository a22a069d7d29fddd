using System.Runtime.Intrinsics;

namespace ActGen.Ulp;

/// <summary>Evaluates a subject on bit patterns of floats and compares with its reference, vector by vector.</summary>
internal sealed class Sweep
{
    private const int Chunk = 1 << 13;

    // One more than a chunk: the first neighbour of the next one.
    private readonly float[] _x = new float[Chunk + 1], _y = new float[Chunk + 1], _mirrored = new float[Chunk + 1];
    private readonly double[] _wide = new double[Chunk + 1], _exact = new double[Chunk + 1], _errors = new double[Chunk];

    /// <summary>One pattern in <paramref name="stride"/> of all 2³².</summary>
    /// <param name="subject">What is measured.</param>
    /// <param name="stride">A power of two up to 2¹⁹; 1 is every float, and the only one that finds reversals.</param>
    public Measurement Run(Subject subject, uint stride = 1)
    {
        Measurement result = Measurement.None;
        for (ulong first = 0; first < 1ul << 32; first += (ulong)stride * Chunk)
            result = result.With(Stretch(subject, (uint)first, stride));
        return result;
    }

    /// <summary>2¹³ patterns from one on.</summary>
    public Measurement Stretch(Subject subject, uint firstBits, uint stride = 1)
    {
        for (uint i = 0; i <= Chunk; i++)
        {
            // A varying place in each stretch of patterns, so that not all of them end in zeros.
            uint place = stride == 1 ? 0 : (i * 2654435761u) % stride;
            _x[i] = BitConverter.UInt32BitsToSingle(unchecked(firstBits + (i * stride) + place));
            _wide[i] = _x[i];
        }
        subject.Measured(_x, _y);
        subject.Reference(_wide, _exact);
        (double ulps, int at) = LargestError(subject.IsDerivative ? 1 : 0);
        if (subject.IsDerivative && ulps > subject.Promise)
            (ulps, at) = LargestErrorBesideKinks(subject);
        (long reversals, long largest) = stride == 1 ? Reversals() : (0, 0);
        return new(Chunk, ulps, _x[at], reversals, largest, subject.IsOdd ? NotOdd(subject) : 0);
    }

    private (double Ulps, int At) LargestError(double smallestMagnitude)
    {
        // Infinity counts as 2¹²⁸, the number from which results round to it. A float's last place is 2⁻²³ of its power of two, from 2⁻¹²⁶ on.
        Vector512<double> limit = Vector512.Create(Math.ScaleB(1, 128)), least = Vector512.Create(Math.Max(smallestMagnitude, Math.ScaleB(1, -126)));
        Vector512<double> worst = Vector512<double>.Zero;
        for (int i = 0; i < Chunk; i += Vector512<double>.Count)
        {
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.LoadUnsafe(ref _y[i]));
            Vector512<double> y = Vector512.Create(low, high), exact = Vector512.LoadUnsafe(ref _exact[i]);
            Vector512<double> bounded = Vector512.Max(-limit, Vector512.Min(limit, exact));
            Vector512<long> exponent = Vector512.Max(Vector512.Abs(bounded), least).AsInt64() >> 52;
            Vector512<double> unitsPerOne = ((Vector512.Create(2046L + 23) - exponent) << 52).AsDouble();
            Vector512<double> error = Vector512.Abs(Vector512.Max(-limit, Vector512.Min(limit, y)) - bounded) * unitsPerOne;
            // NaN on both sides is right, on one side infinitely wrong.
            Vector512<double> yNaN = Vector512.IsNaN(y), exactNaN = Vector512.IsNaN(exact);
            error = Vector512.ConditionalSelect(yNaN | exactNaN, (yNaN ^ exactNaN) & Vector512.Create(double.PositiveInfinity), error);
            worst = Vector512.Max(worst, error);
            error.StoreUnsafe(ref _errors[i]);
        }

        double ulps = 0;
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
            ulps = Math.Max(ulps, worst[lane]);
        return (ulps, Array.IndexOf(_errors, ulps));
    }

    // Where a derivative jumps, a float beside the kink may have the slope of either side: those beyond the promise are compared with the exact values at their
    // neighbours as well.
    private (double Ulps, int At) LargestErrorBesideKinks(Subject subject)
    {
        for (int i = 0; i < Chunk; i++)
        {
            if (!(_errors[i] > subject.Promise))
                continue;
            double[] exact = new double[2];
            subject.Reference([float.BitDecrement(_x[i]), float.BitIncrement(_x[i])], exact);
            foreach (double value in exact)
                _errors[i] = double.MinNumber(_errors[i], Math.Abs(_y[i] - value) * Math.ScaleB(1, 23 - Math.Max(0, Math.ILogB(value))));
        }

        int at = 0;
        for (int i = 1; i < Chunk; i++)
            at = _errors[i] > _errors[at] ? i : at;
        return (_errors[at], at);
    }

    private (long Count, long Largest) Reversals()
    {
        // Positive patterns are in ascending order of the floats, negative ones in descending order.
        float direction = float.IsNegative(_x[0]) ? -1 : 1;
        (long count, long largest) = (0, 0);
        for (int i = 0; i < Chunk; i++)
        {
            if (direction * _y[i + 1] < direction * _y[i])
            {
                count++;
                largest = Math.Max(largest, Math.Abs(Position(_y[i + 1]) - Position(_y[i])));
            }
        }
        return (count, largest);
    }

    // The float's place in the order of floats.
    private static long Position(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits < 0 ? -(long)(bits & int.MaxValue) : bits;
    }

    private long NotOdd(Subject subject)
    {
        for (int i = 0; i <= Chunk; i++)
            _mirrored[i] = -_x[i];
        subject.Measured(_mirrored, _mirrored);
        long count = 0;
        for (int i = 0; i < Chunk; i++)
        {
            if (BitConverter.SingleToUInt32Bits(-_y[i]) != BitConverter.SingleToUInt32Bits(_mirrored[i]) && !float.IsNaN(_y[i]))
                count++;
        }
        return count;
    }
}
