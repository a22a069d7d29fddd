using System.Reflection;
using ActGen.CompilerServices;

namespace ActGen.Probe;

/// <summary>Calls the kernels of every formula, loss and function of rows as generated code does, all found by reflection: a new one is among them from its first day.</summary>
internal static class EveryKernel
{
    private const int Rows = 5, Narrow = 33, Wide = 70;

    /// <param name="begins">Is told the name of each before it runs.</param>
    public static void Run(Action<string> begins)
    {
        void Run(string method, Type type)
        {
            begins($"{method} {type.Name}");
            typeof(EveryKernel).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);
        }

        foreach (Type formula in typeof(Formulas).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(IActivation))))
            Run(nameof(Formula), formula);
        foreach (Type type in typeof(IActivation).Assembly.GetTypes().Where(type => type.IsValueType))
        {
            if (type.IsAssignableTo(typeof(IElementLoss)))
                Run(nameof(ElementLoss), type);
            else if (type.IsAssignableTo(typeof(ILabelLoss)))
                Run(nameof(LabelLoss), type);
            else if (type.IsAssignableTo(typeof(IRowLoss)))
                Run(nameof(RowLoss), type);
            else if (type.IsAssignableTo(typeof(IRowFunction)))
                Run(nameof(RowFunction), type);
        }
        foreach (Type cell in (ReadOnlySpan<Type>)[typeof(LSTMCell), typeof(GRUCell), typeof(RNNCell<Formulas.Tanh>), typeof(RNNCell<Formulas.ReLU>)])
            Run(nameof(Cell), cell);
        begins(nameof(Fingerprint));
        _ = Fingerprint.Lines().Count();
    }

    private static void Cell<TCell>()
        where TCell : struct, IRecurrentCell
    {
        const int Steps = 3, Inputs = 7;
        // One row and several, of less than one vector, one vector and several of them.
        foreach (int units in (ReadOnlySpan<int>)[3, 16, Narrow, Wide])
        {
            foreach (int rows in (ReadOnlySpan<int>)[1, Rows])
            {
                int columns = TCell.Gates * units, states = rows * Steps * units;
                RecurrentShape shape = new(Steps, Inputs, units);
                float[] x = Ones(rows * Steps * Inputs), w = Ones(Inputs * columns), u = Ones(units * columns), b = Ones(columns + units), y = new float[rows * units];
                float[] gates = new float[rows * Steps * columns], cells = new float[TCell.Cells * states], previous = new float[states], scratch = new float[rows * 10 * units];
                Recurrent<float>.Infer<TCell>(new Work(rows), in shape, x, w, u, b, y, scratch);
                Recurrent<float>.Forward<TCell>(new Work(rows), in shape, x, w, u, b, y, gates, cells, previous, scratch);
                Recurrent<float>.Backward<TCell>(new Work(rows), in shape, x, w, u, y, w, u, b, x, gates, cells, previous, new float[columns * Math.Max(units, Inputs)], scratch);
            }
        }
    }

    private static float[] Ones(int length)
    {
        float[] values = new float[length];
        values.AsSpan().Fill(1);
        return values;
    }

    private static void Formula<TActivation>()
        where TActivation : IActivation
    {
        float[] parameters = [.. TActivation.ParameterDefaults.ToArray().Select(value => (float)value)];
        int learned = IsLearned<TActivation>() ? parameters.Length : 0;
        foreach (int outputs in (ReadOnlySpan<int>)[3, Narrow, Wide])
        {
            foreach (int rows in (ReadOnlySpan<int>)[1, Rows])
            {
                float[] x = Ones(rows * 7), y = new float[rows * outputs], kept = new float[rows * outputs], rowSums = new float[rows * learned];
                Dense<float>.Infer<TActivation>(new Work(rows), 7, outputs, x, Ones(7 * outputs), Ones(outputs), y, parameters);
                Dense<float>.Forward<TActivation>(new Work(rows), x, Ones(7 * outputs), Ones(outputs), y, parameters, TActivation.Keeps, TActivation.Keeps == ActivationOperand.Output ? default : kept);
                Dense<float>.Backward<TActivation>(new Work(rows), x, Ones(7 * outputs), y, new float[7 * outputs], new float[outputs], new float[rows * 7], new float[7 * outputs], TActivation.Keeps, kept, parameters);
                Elementwise<float>.Forward<TActivation>(new Work(rows), Ones(y.Length), y, parameters, TActivation.Keeps, kept);
                Elementwise<float>.Forward<TActivation>(new Work(rows), Ones(y.Length), y, parameters);
                Elementwise<float>.Backward<TActivation>(new Work(rows), y, ActivationOperand.Input, kept, parameters, new float[learned], rowSums);
            }
        }
        float[] pairs = Ones(Rows * 2 * Narrow);
        Gate<float>.Forward<TActivation>(new Work(1), pairs, new float[Rows * Narrow], parameters);
        Gate<float>.Forward<TActivation>(new Work(Rows), pairs, new float[Rows * Narrow], parameters, pairs);
        Gate<float>.Backward<TActivation>(new Work(Rows), pairs, Ones(Rows * Narrow), new float[pairs.Length], ActivationOperand.Derivative, parameters);
        Gate<float>.Backward<TActivation>(new Work(Rows), pairs, Ones(Rows * Narrow), new float[pairs.Length], ActivationOperand.Input, parameters, new float[learned], new float[Rows * learned]);
    }

    private static bool IsLearned<TActivation>()
        where TActivation : IActivation
    {
        if (TActivation.ParameterDefaults.IsEmpty)
            return false;
        try
        {
            TActivation.ParameterDerivative<SimdScalar<float>, Accurate>(0, default, [default, default]);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private static void ElementLoss<TLoss>()
        where TLoss : IElementLoss
    {
        foreach (int outputs in (ReadOnlySpan<int>)[1, Narrow])
            LossKernels<float>.Elements<TLoss>(new Work(Rows), Ones(Rows * outputs), Ones(Rows * outputs), new float[Rows], new float[Rows * outputs], setting: 0.5, other: 0.25);
    }

    private static void LabelLoss<TLoss>()
        where TLoss : ILabelLoss =>
        LossKernels<float>.Labels<TLoss>(new Work(Rows), Ones(Rows * Narrow), new int[Rows], new float[Rows], new float[Rows * Narrow], setting: 0.5, other: 0.25);

    private static void RowLoss<TLoss>()
        where TLoss : IRowLoss =>
        LossKernels<float>.Rows<TLoss>(new Work(Rows), Ones(Rows * Narrow), Ones(Rows * Narrow), new float[Rows], new float[Rows * Narrow], setting: 0.5, other: 0.25);

    private static void RowFunction<TFunction>()
        where TFunction : IRowFunction
    {
        float[] x = Ones(Rows * Narrow), y = new float[(typeof(TFunction) == typeof(CReLU) ? 2 : 1) * x.Length], kept = new float[x.Length];
        Rowwise<float>.Forward<TFunction>(new Work(Rows), x, y, kept);
        Rowwise<float>.Backward<TFunction>(new Work(Rows), typeof(TFunction) == typeof(CReLU) ? y : kept, y, x);
    }
}
