using System.Numerics.Tensors;
using ActGen.CompilerServices;

namespace ActGen.Benchmarks;

/// <summary>The functions that are measured.</summary>
internal static class Workloads
{
    public static IEnumerable<Workload> All =>
    [
        new("exp", b => Functions.ApplyExp(b.X, b.Y), b => TensorPrimitives.Exp(b.X, b.Y)) { Mark = 0.17 },
        .. Of<Formulas.Sigmoid>("sigmoid", 0.32, b => TensorPrimitives.Sigmoid(b.X, b.Y)),
        .. Of<Formulas.Tanh>("tanh", 0.32, b => TensorPrimitives.Tanh(b.X, b.Y)),
        .. Of<Formulas.GELU>("gelu", 0.42),
        .. Of<Formulas.GELUTanh>("gelu-tanh", 0.45),
        .. Of<Formulas.SiLU>("silu", 0.34),
        .. Of<Formulas.Mish>("mish", 0.40),
        .. Of<Formulas.ELU>("elu", null),
        .. Of<Formulas.ReLU>("relu", 0.033, b => TensorPrimitives.Max(b.X, 0f, b.Y)),
        .. Of<Formulas.Softplus>("softplus", null),
        new("softmax", b => Activations.Softmax(b.X, b.Y, b.Columns), SoftMaxOfRows) { Mark = 0.30 },
        new("softmax backward", b => RowBackward<Softmax>(b)),
        new("log-softmax", b => Activations.LogSoftmax(b.X, b.Y, b.Columns)),
        new("log-softmax backward", b => RowBackward<LogSoftmax>(b)),
    ];

    /// <summary>Forward; backward from what training keeps; both, as a training step runs them.</summary>
    private static IEnumerable<Workload> Of<TFormula>(string name, double? mark, Action<Buffers>? tensors = null)
        where TFormula : IActivation
    {
        yield return new(name, b => Activations.Apply<TFormula>(b.X, b.Y), tensors) { Mark = mark };
        yield return new($"{name} backward", b => Backward<TFormula>(b));
        yield return new($"{name} both", b =>
        {
            Elementwise<float>.Forward<TFormula>(new Work(1), b.X, b.Y, Parameters<TFormula>(), TFormula.Keeps, b.Kept);
            Backward<TFormula>(b);
        })
        { Torch = [name, $"{name} backward"] };
    }

    // ∂L/∂y is in the buffer that ∂L/∂x overwrites, as in a network: the peers write theirs beside it.
    private static void Backward<TFormula>(Buffers b)
        where TFormula : IActivation =>
        Elementwise<float>.Backward<TFormula>(new Work(1), b.Upstream, TFormula.Keeps, TFormula.Keeps == ActivationOperand.Output ? b.Y : b.Kept, Parameters<TFormula>());

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
