using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Optimizers;

/// <summary>The optimizers that divide by a root, which they do by another form of their equation, against the equation as it is published, in double.</summary>
public class OptimizerAccuracyTests
{
    /// <summary>Of a parameter that has moved seven times: rounded scalars, moments, root, reciprocal and products.</summary>
    private const double Tolerance = 6e-7;

    public static TheoryData<string, double> Cases
    {
        get
        {
            TheoryData<string, double> cases = [];
            foreach (string name in Equations.Keys)
            {
                foreach (double epsilon in (double[])[0, 1e-300, 1e-40, 1e-8, 0.1])
                    cases.Add(name, epsilon);
            }
            return cases;
        }
    }

    /// <summary>The step of one parameter that stands at 0, of its gradients so far.</summary>
    private static readonly Dictionary<string, (Func<double, Optimizer> Optimizer, Func<double[], double, double> Step)> Equations = new()
    {
        ["adam"] = (ε => new Adam { Epsilon = ε }, (g, ε) => 1e-3 * (Mean(g, 0.9) / Missing(g, 0.9)) / (Math.Sqrt(Mean(g, 0.999, 2)) / Math.Sqrt(Missing(g, 0.999)) + ε)),
        ["amsgrad"] = (ε => new Adam { Epsilon = ε, AMSGrad = true },
            (g, ε) => 1e-3 * (Mean(g, 0.9) / Missing(g, 0.9)) / (Math.Sqrt(Enumerable.Range(1, g.Length).Max(t => Mean(g[..t], 0.999, 2))) / Math.Sqrt(Missing(g, 0.999)) + ε)),
        ["nadam"] = (ε => new NAdam { Epsilon = ε }, NAdam),
        ["radam"] = (ε => new RAdam { Epsilon = ε }, RAdam),
        ["rmsprop"] = (ε => new RMSprop { Epsilon = ε }, (g, ε) => 1e-2 * g[^1] / (Math.Sqrt(Mean(g, 0.99, 2)) + ε)),
        ["rmsprop_centered"] = (ε => new RMSprop { Epsilon = ε, Centered = true }, (g, ε) => 1e-2 * g[^1] / (Math.Sqrt(Mean(g, 0.99, 2) - Math.Pow(Mean(g, 0.99), 2)) + ε)),
        ["adagrad"] = (ε => new Adagrad { Epsilon = ε }, (g, ε) => 1e-2 * g[^1] / (Math.Sqrt(g.Sum(x => x * x)) + ε)),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_step_is_that_of_the_equation(string name, double epsilon)
    {
        (Func<double, Optimizer> create, Func<double[], double, double> step) = Equations[name];
        float[] scales = [.. Enumerable.Range(-14, 32).Select(exponent => (float)Math.Pow(10, exponent))];
        float[] parameters = new float[scales.Length];
        double[] expected = new double[scales.Length];
        Optimizer optimizer = create(epsilon);
        UpdateRule rule = Layouts.Rule(optimizer, scales.Length);
        float[] factors = [1.25f, 0.4375f, 1.875f, 1, 0.75f, 1.625f, 0.3125f];
        for (int t = 1; t <= factors.Length; t++)
        {
            float[] gradients = [.. scales.Select(scale => scale * factors[t - 1])];
            rule.Begin(t, optimizer.LearningRate);
            rule.Run(new Work(1), parameters, gradients);
            for (int i = 0; i < scales.Length; i++)
            {
                expected[i] -= step([.. factors[..t].Select(factor => (double)(scales[i] * factor))], epsilon);
                Assert.True(Math.Abs(parameters[i] - expected[i]) <= Tolerance * Math.Abs(expected[i]), $"step {t}, gradient {gradients[i]:R}: {parameters[i]:R}, expected {expected[i]:R}");
            }
        }
    }

    /// <summary>0/0 stays visible where nobody asked for an ε; where there is one, however small, a parameter without gradients stays where it is.</summary>
    [Fact]
    public void An_epsilon_of_any_size_keeps_what_has_no_gradients()
    {
        foreach ((Func<double, Optimizer> create, _) in Equations.Values)
        {
            // Rectification has not begun.
            if (create(0) is RAdam)
                continue;
            Assert.True(float.IsNaN(First(create(0))));
            foreach (double epsilon in (double[])[5e-324, 1e-300, 1e-40, 1, 1e38, 1e300])
                Assert.Equal(0.5f, First(create(epsilon)));
        }

        static float First(Optimizer optimizer)
        {
            float[] parameters = [0.5f];
            UpdateRule rule = Layouts.Rule(optimizer, 1);
            rule.Begin(1, optimizer.LearningRate);
            rule.Run(new Work(1), parameters, [0]);
            return parameters[0];
        }
    }

    // Σ (1 − β)·β^(t − i)·gᵢⁿ.
    private static double Mean(double[] g, double beta, int power = 1) => g.Aggregate(0d, (m, x) => (beta * m) + ((1 - beta) * Math.Pow(x, power)));

    private static double Missing(double[] g, double beta) => 1 - Math.Pow(beta, g.Length);

    private static double NAdam(double[] g, double epsilon)
    {
        double now = Momentum(g.Length), next = Momentum(g.Length + 1), product = Enumerable.Range(1, g.Length).Aggregate(1d, (all, t) => all * Momentum(t));
        double denominator = Math.Sqrt(Mean(g, 0.999, 2) / Missing(g, 0.999)) + epsilon;
        return 2e-3 * (((1 - now) / (1 - product) * g[^1]) + (next / (1 - (product * next)) * Mean(g, 0.9))) / denominator;

        static double Momentum(int t) => 0.9 * (1 - (0.5 * Math.Pow(0.96, t * 0.004)));
    }

    // From the sixth step on ρ is above 5.
    private static double RAdam(double[] g, double epsilon)
    {
        double longest = (2 / (1 - 0.999)) - 1, length = longest - (2 * g.Length * Math.Pow(0.999, g.Length) / Missing(g, 0.999)), step = 1e-3 * Mean(g, 0.9) / Missing(g, 0.9);
        return length <= 5 ? step
            : step * Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) * Math.Sqrt(Missing(g, 0.999)) / (Math.Sqrt(Mean(g, 0.999, 2)) + epsilon);
    }
}
