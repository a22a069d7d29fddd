using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Recurrent layers by their canonical orders, row after row and step after step in plain scalar loops. Of the library it takes σ and tanh only.</summary>
internal sealed class RecurrentDefinition<T>(RecurrentCase layer)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RecurrentShape _shape = layer.Shape;
    private readonly int _columns = layer.Columns;

    public T[] X = Convert(layer.X), W = Convert(layer.W), U = Convert(layer.U), B = Convert(layer.B), G = Convert(layer.G);

    public T[] Y { get; private set; } = [];

    public T[] InputWeightGradient { get; private set; } = [];

    public T[] RecurrentWeightGradient { get; private set; } = [];

    public T[] BiasGradient { get; private set; } = [];

    public T[] InputGradient { get; private set; } = [];

    /// <summary>All of it.</summary>
    public RecurrentDefinition<T> Run()
    {
        int rows = layer.Rows, steps = _shape.Steps, units = _shape.Units, inputs = _shape.Inputs;
        T[] gateGradients = new T[rows * steps * _columns], productGradients = new T[rows * steps * _columns], previous = new T[rows * steps * units];
        Y = new T[rows * layer.OutputWidth];
        for (int row = 0; row < rows; row++)
            Row(row, gateGradients, productGradients, previous);
        InputWeightGradient = DenseDefinition.WeightGradient(X, gateGradients, rows * steps, inputs, _columns);
        RecurrentWeightGradient = DenseDefinition.WeightGradient(previous, productGradients, rows * steps, units, _columns);
        T[] sums = DenseDefinition.ColumnSums(gateGradients, rows * steps, _columns), productSums = DenseDefinition.ColumnSums(productGradients, rows * steps, _columns);
        BiasGradient = [.. sums, .. layer.Cell == "GRU" ? productSums[(2 * units)..] : []];
        InputGradient = DenseDefinition.InputGradient(gateGradients, W, rows * steps, inputs, _columns);
        return this;
    }

    private void Row(int row, T[] gateGradients, T[] productGradients, T[] previous)
    {
        int steps = _shape.Steps, units = _shape.Units, inputs = _shape.Inputs;
        T[][] gates = new T[steps][], cells = new T[steps][], states = new T[steps][], recurrent = new T[steps][];
        T[] zeros = new T[units];
        for (int step = 0; step < steps; step++)
        {
            int place = Place(step);
            T[] before = step == 0 ? zeros : states[step - 1];
            T[] z = DenseDefinition.PreActivation(X.AsSpan(((row * steps) + place) * inputs, inputs).ToArray(), W, B[.._columns], 1, inputs, _columns);
            T[] product = DenseDefinition.PreActivation(before, U, null, 1, units, _columns);
            (gates[step], cells[step], states[step], recurrent[step]) = Step(z, product, before, step == 0 ? zeros : cells[step - 1]);
            before.CopyTo(previous, ((row * steps) + place) * units);
            if (_shape.ReturnSequences || step == steps - 1)
                states[step].CopyTo(Y, Output(row, place));
        }

        T[] stateGradient = new T[units], cellGradient = new T[units];
        for (int step = steps - 1; step >= 0; step--)
        {
            int place = Place(step);
            T[] g = new T[units];
            if (_shape.ReturnSequences || step == steps - 1)
                Array.Copy(G, Output(row, place), g, 0, units);
            if (step == steps - 1)
                stateGradient = g;
            (T[] dz, T[] dProduct, T[] carry, cellGradient) = StepBack(gates[step], cells[step], recurrent[step], step == 0 ? zeros : states[step - 1], step == 0 ? zeros : cells[step - 1], stateGradient, cellGradient);
            dz.CopyTo(gateGradients, ((row * steps) + place) * _columns);
            dProduct.CopyTo(productGradients, ((row * steps) + place) * _columns);
            if (step == 0)
                continue;
            T[] next = new T[units];
            if (_shape.ReturnSequences)
                Array.Copy(G, Output(row, Place(step - 1)), next, 0, units);
            T[] chain = DenseDefinition.InputGradient(dProduct, U, 1, units, _columns);
            stateGradient = [.. next.Zip(carry, (a, b) => layer.Cell == "GRU" ? _shape.ReturnSequences ? a + b : b : a).Zip(chain, (a, b) => _shape.ReturnSequences || layer.Cell == "GRU" ? a + b : b)];
        }
    }

    private (T[] Gates, T[] Cell, T[] State, T[] Recurrent) Step(T[] z, T[] product, T[] before, T[] cellBefore)
    {
        int units = _shape.Units;
        T[] gates = new T[_columns], cell = new T[units], state = new T[units], recurrent = new T[units];
        for (int k = 0; k < units; k++)
        {
            T Sum(int gate) => z[(gate * units) + k] + product[(gate * units) + k];
            switch (layer.Cell)
            {
                case "LSTM":
                    (gates[k], gates[units + k], gates[(2 * units) + k], gates[(3 * units) + k]) = (Sigmoid(Sum(0)), Sigmoid(Sum(1)), Tanh(Sum(2)), Sigmoid(Sum(3)));
                    cell[k] = T.FusedMultiplyAdd(gates[units + k], cellBefore[k], gates[k] * gates[(2 * units) + k]);
                    state[k] = gates[(3 * units) + k] * Tanh(cell[k]);
                    break;
                case "GRU":
                    recurrent[k] = product[(2 * units) + k] + B[_columns + k];
                    (gates[k], gates[units + k]) = (Sigmoid(Sum(0)), Sigmoid(Sum(1)));
                    T n = gates[(2 * units) + k] = Tanh(T.FusedMultiplyAdd(gates[k], recurrent[k], z[(2 * units) + k]));
                    state[k] = T.FusedMultiplyAdd(gates[units + k], before[k] - n, n);
                    break;
                default:
                    gates[k] = state[k] = layer.Cell == "ReLU" ? T.Max(Sum(0), T.Zero) : Tanh(Sum(0));
                    break;
            }
        }
        return (gates, cell, state, recurrent);
    }

    private (T[] Gates, T[] Product, T[] Carry, T[] Cell) StepBack(T[] gates, T[] cell, T[] recurrent, T[] before, T[] cellBefore, T[] stateGradient, T[] cellGradient)
    {
        int units = _shape.Units;
        T[] dz = new T[_columns], carry = new T[units], nextCell = new T[units], product = new T[_columns];
        for (int k = 0; k < units; k++)
        {
            T dh = stateGradient[k];
            switch (layer.Cell)
            {
                case "LSTM":
                    (T i, T f, T g, T o, T tanh) = (gates[k], gates[units + k], gates[(2 * units) + k], gates[(3 * units) + k], Tanh(cell[k]));
                    T dc = T.FusedMultiplyAdd(dh * o, TanhSlope(tanh), cellGradient[k]);
                    dz[k] = dc * g * (i * (T.One - i));
                    dz[units + k] = dc * cellBefore[k] * (f * (T.One - f));
                    dz[(2 * units) + k] = dc * i * TanhSlope(g);
                    dz[(3 * units) + k] = dh * tanh * (o * (T.One - o));
                    nextCell[k] = dc * f;
                    break;
                case "GRU":
                    (T r, T u, T n) = (gates[k], gates[units + k], gates[(2 * units) + k]);
                    dz[units + k] = dh * (before[k] - n) * (u * (T.One - u));
                    dz[(2 * units) + k] = dh * (T.One - u) * TanhSlope(n);
                    dz[k] = dz[(2 * units) + k] * recurrent[k] * (r * (T.One - r));
                    (product[k], product[units + k], product[(2 * units) + k]) = (dz[k], dz[units + k], dz[(2 * units) + k] * r);
                    carry[k] = dh * u;
                    break;
                default:
                    dz[k] = dh * (layer.Cell == "ReLU" ? (gates[k] > T.Zero ? T.One : gates[k]) : TanhSlope(gates[k]));
                    break;
            }
        }
        return (dz, layer.Cell == "GRU" ? product : dz, carry, nextCell);
    }

    /// <summary>The position of the step that is read as number <paramref name="step"/>.</summary>
    private int Place(int step) => _shape.IsReverse ? _shape.Steps - 1 - step : step;

    private int Output(int row, int place) => (row * layer.OutputWidth) + (_shape.ReturnSequences ? place * layer.OutputFeatures : 0) + layer.OutputColumn;

    private static T TanhSlope(T y) => T.FusedMultiplyAdd(-y, y, T.One);

    private static T Sigmoid(T x) => One<SimdScalar<T>>(x, VectorMath.Sigmoid);

    private static T Tanh(T x) => One<SimdScalar<T>>(x, VectorMath.Tanh);

    private static T One<TVector>(T x, Func<TVector, TVector> function)
        where TVector : unmanaged, ISimd<TVector, T> => TVector.SumOfLanes(function(TVector.Broadcast(x)));

    private static T[] Convert(float[] values) => [.. values.Select(value => T.CreateChecked(value))];
}
