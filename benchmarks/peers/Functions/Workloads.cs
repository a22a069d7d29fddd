using System.Numerics.Tensors;
using ActGen.CompilerServices;

namespace ActGen.Peers.Functions;

/// <summary>The functions that are measured.</summary>
internal static class Workloads
{
    public static IEnumerable<Workload> All =>
    [
        new("exp", b => ActGen.Functions.ApplyExp(b.X, b.Y), b => TensorPrimitives.Exp(b.X, b.Y)) { Mark = 0.17 },
        .. Of<Formulas.Sigmoid>("sigmoid", 0.32, b => TensorPrimitives.Sigmoid(b.X, b.Y), steady: 1.618034f, fast: 0.22),
        .. Of<Formulas.Tanh>("tanh", 0.32, b => TensorPrimitives.Tanh(b.X, b.Y), steady: 0),
        .. Of<Formulas.GELU>("gelu", 0.42),
        .. Of<Formulas.GELUTanh>("gelu-tanh", 0.45),
        .. Of<Formulas.SiLU>("silu", 0.34, fast: 0.24),
        .. Of<Formulas.Mish>("mish", 0.40, fast: 0.30),
        .. Of<Formulas.ELU>("elu", null, steady: 1),
        .. Of<Formulas.ReLU>("relu", 0.033, b => TensorPrimitives.Max(b.X, 0f, b.Y), steady: 1),
        .. Of<Formulas.Softplus>("softplus", null, steady: 32),
        new("softmax", b => Activations.Softmax(b.X, b.Y, b.Columns), SoftMaxOfRows) { Mark = 0.30 },
        new("softmax backward", b => RowBackward<Softmax>(b)),
        new("log-softmax", b => Activations.LogSoftmax(b.X, b.Y, b.Columns)),
        new("log-softmax backward", b => RowBackward<LogSoftmax>(b)),
    ];

    /// <summary>Forward; backward from what training keeps; both, as a training step runs them.</summary>
    /// <remarks>Backward multiplies the gradient in place by f′. Repeated on the same gradient it would soon time denormals, zeros and infinities; so |f′| is 1
    /// where backward is timed alone (no loop branches on its data), and the gradient is copied into place, at ActGen's expense, where both are.</remarks>
    /// <param name="name">Also the libtorch operator.</param>
    /// <param name="mark">See <see cref="Workload.Mark"/>.</param>
    /// <param name="tensors">The same on <see cref="TensorPrimitives"/>.</param>
    /// <param name="fast">See <see cref="Workload.FastMark"/>.</param>
    /// <param name="steady">For formulas that keep y: a y at which the derivative, as computed from y, is exactly 1 or −1.</param>
    private static IEnumerable<Workload> Of<TFormula>(string name, double? mark, Action<Buffers>? tensors = null, float steady = float.NaN, double? fast = null)
        where TFormula : IActivation
    {
        yield return new(name, b => Activations.Apply<TFormula>(b.X, b.Y), tensors, b => Activations.Apply<Fast<TFormula>>(b.X, b.Y)) { Mark = mark, FastMark = fast };
        yield return new($"{name} backward", b => Backward<TFormula>(b, b.Upstream)) { Prepare = b => Kept<TFormula>(b).Fill(TFormula.Keeps == ActivationOperand.Output ? steady : 1) };
        yield return new($"{name} both", b =>
        {
            Elementwise<float>.Forward<TFormula>(new Work(1), b.X, b.Y, Parameters<TFormula>(), TFormula.Keeps, b.Kept);
            b.Upstream.CopyTo(b.Gradient);
            Backward<TFormula>(b, b.Gradient);
        })
        { Torch = [name, $"{name} backward"] };
    }

    // ∂L/∂y is in the buffer that ∂L/∂x overwrites, as in a network: the peers write theirs beside it.
    private static void Backward<TFormula>(Buffers b, Span<float> gradient)
        where TFormula : IActivation => Elementwise<float>.Backward<TFormula>(new Work(1), gradient, TFormula.Keeps, Kept<TFormula>(b), Parameters<TFormula>());

    private static Span<float> Kept<TFormula>(Buffers b)
        where TFormula : IActivation => TFormula.Keeps == ActivationOperand.Output ? b.Y : b.Kept;

    private static void RowBackward<TFunction>(Buffers b)
        where TFunction : IRowFunction => Rowwise<float>.Backward<TFunction>(new Work(b.X.Length / b.Columns), b.Y, b.Upstream, b.Gradient);

    private static float[] Parameters<TFormula>()
        where TFormula : IActivation => Defaults<TFormula>.Values;

    private static void SoftMaxOfRows(Buffers b)
    {
        for (int row = 0; row < b.X.Length; row += b.Columns)
            TensorPrimitives.SoftMax(b.X.Slice(row, b.Columns), b.Y.Slice(row, b.Columns));
    }

    private static class Defaults<TFormula>
        where TFormula : IActivation
    {
        public static readonly float[] Values = [.. TFormula.ParameterDefaults.ToArray().Select(value => (float)value)];
    }
}
