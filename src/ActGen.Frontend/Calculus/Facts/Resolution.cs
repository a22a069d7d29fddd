namespace ActGen.Frontend.Calculus;

/// <summary>Whether samples tell the course of a function: between two of them a third one must lie where the cubic through both with their
/// slopes says, and its slope too. Where it does not, samples become denser; where that does not help either (sin x between 2³⁰ and 2³¹) at
/// least values and slopes must fit one another, or nothing is known.</summary>
internal sealed class Resolution(FormulaAnalysis analysis, double[] parameters)
{
    /// <summary>Off the middle and all fractions, so that a wave cannot have its zeros on all three.</summary>
    private const double Golden = 0.38196601125010515;

    private const int MostRounds = 12, MostSamples = 16_384;
    private const double OfValue = 0.02, OfSlope = 0.25, Noise = 1e-12;

    /// <summary>Samples of each piece, ascending.</summary>
    /// <param name="pieces">Ascending points of each piece.</param>
    /// <param name="resolved">The smallest |x| at which they fail; ∞ where they do not.</param>
    public List<Sample>[] Refine(double[][] pieces, out double resolved)
    {
        var refined = new List<Sample>[pieces.Length];
        Sample[] all = At([.. pieces.SelectMany(piece => piece)]);
        var open = new List<Gap>();
        for (int i = 0, offset = 0; i < pieces.Length; offset += pieces[i++].Length)
        {
            refined[i] = [.. all.Skip(offset).Take(pieces[i].Length)];
            for (int j = 1; j < pieces[i].Length; j++)
                open.Add(new Gap(refined[i], refined[i][j - 1], refined[i][j]));
        }
        resolved = double.PositiveInfinity;
        for (int round = 1, count = all.Length; open.Count > 0; round++)
        {
            Sample[] between = At([.. open.Select(gap => gap.Left.X + (Golden * (gap.Right.X - gap.Left.X)))]);
            var next = new List<Gap>();
            for (int i = 0; i < open.Count; i++)
            {
                Gap gap = open[i];
                if (!(gap.IsFinite && IsFinite(between[i])) || gap.Predicts(between[i]))
                    continue;
                bool isDenseEnough = gap.Nearest >= Samples.Near || round == MostRounds || count >= MostSamples;
                if (!isDenseEnough)
                {
                    count++;
                    gap.Piece.Add(between[i]);
                    next.AddRange([gap with { Right = between[i] }, gap with { Left = between[i] }]);
                }
                else if (!gap.IsConsistentWith(between[i]))
                {
                    resolved = Math.Min(resolved, gap.Nearest);
                }
            }
            open = next;
        }
        foreach (List<Sample> piece in refined)
            piece.Sort((left, right) => left.X.CompareTo(right.X));
        return refined;
    }

    private Sample[] At(double[] points)
    {
        double[] values = Evaluator.At(analysis.Function, points, parameters), slopes = Evaluator.At(analysis.Derivative, points, parameters);
        return [.. points.Select((x, i) => new Sample(x, values[i], slopes[i]))];
    }

    private static bool IsFinite(Sample sample) => Math.Abs(sample.Value) <= double.MaxValue && Math.Abs(sample.Slope) <= double.MaxValue;

    /// <summary>Two neighbours.</summary>
    private readonly record struct Gap(List<Sample> Piece, Sample Left, Sample Right)
    {
        public double Nearest => Math.Min(Math.Abs(Left.X), Math.Abs(Right.X));

        public bool IsFinite => IsFinite(Left) && IsFinite(Right);

        /// <summary>By cubic interpolation at the golden section.</summary>
        public bool Predicts(Sample between)
        {
            const double T = Golden, S = 1 - Golden;
            double width = Right.X - Left.X, rise = Right.Value - Left.Value;
            double value = Left.Value + (T * T * (3 - (2 * T)) * rise) + (width * T * S * ((S * Left.Slope) - (T * Right.Slope)));
            double slope = (6 * T * S * rise / width) + (S * (1 - (3 * T)) * Left.Slope) + (T * ((3 * T) - 2) * Right.Slope);
            double steepest = Math.Max(Math.Max(Math.Abs(Left.Slope), Math.Abs(Right.Slope)), Math.Abs(between.Slope));
            double bend = Math.Max(Math.Abs(Right.Slope - Left.Slope), Math.Max(Math.Abs(between.Slope - Left.Slope), Math.Abs(Right.Slope - between.Slope)));
            return Math.Abs(between.Value - value) <= (OfValue * Math.Max(Math.Abs(rise), width * steepest)) + NoiseOf(between)
                && Math.Abs(between.Slope - slope) <= (OfSlope * bend) + (1e-9 * Math.Max(steepest, 1)) + (NoiseOf(between) / width);
        }

        /// <summary>At most one turn, values that rise where slopes do, and no slope far from those on either side.</summary>
        public bool IsConsistentWith(Sample between)
        {
            double low = Math.Min(Left.Slope, Right.Slope), high = Math.Max(Left.Slope, Right.Slope), margin = (OfSlope * (high - low)) + (1e-9 * Math.Max(1, high));
            if (between.Slope < low - margin || between.Slope > high + margin)
                return false;
            int left = Sign(Left), middle = Sign(between), right = Sign(Right);
            bool turnsTwice = left * middle < 0 && middle * right < 0;
            return !turnsTwice && Fits(Left, between, left, middle) && Fits(between, Right, middle, right);
        }

        private static bool Fits(Sample from, Sample to, int first, int second)
        {
            double rise = to.Value - from.Value, noise = Math.Max(NoiseOf(from), NoiseOf(to));
            return first + second > 0 ? rise >= -noise : first + second < 0 ? rise <= noise : first != 0 || Math.Abs(rise) <= noise;
        }

        private static int Sign(Sample sample) => sample.Slope > Noise ? 1 : sample.Slope < -Noise ? -1 : 0;

        private static double NoiseOf(Sample sample) => Noise * Math.Max(1, Math.Max(Math.Abs(sample.X), Math.Abs(sample.Value)));
    }
}

/// <summary>A point of a function.</summary>
internal readonly record struct Sample(double X, double Value, double Slope);
