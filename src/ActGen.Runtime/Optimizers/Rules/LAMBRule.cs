using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="LAMB"/>: moments m and v, the direction u, and the norms of each tensor of θ and u.</summary>
internal sealed class LAMBRule : UpdateRule
{
    private readonly LAMB _settings;
    private readonly ParameterLayout _layout;
    private readonly TensorBlocks _blocks;
    private readonly AlignedBuffer _first;
    private readonly AlignedBuffer _second;
    private readonly AlignedBuffer _direction;
    private readonly double[] _parameterSums;
    private readonly double[] _directionSums;
    private Step _step;
    private double _rate;

    public LAMBRule(ParameterLayout layout, LAMB settings)
    {
        _settings = settings;
        _layout = layout;
        _blocks = new(layout.Tensors);
        _first = new(layout.Count);
        _second = new(layout.Count);
        _direction = new(layout.Count);
        _parameterSums = new double[_blocks.Count];
        _directionSums = new double[_blocks.Count];
    }

    public override IEnumerable<AlignedBuffer> State => [_first, _second];

    public override void Begin(long step, double learningRate)
    {
        _rate = learningRate;
        double root = double.Sqrt(1 - IntegerPower.Of(_settings.Beta2, step));
        _step = new(
            Beta1: (float)_settings.Beta1,
            Rest1: (float)(1 - _settings.Beta1),
            Beta2: (float)_settings.Beta2,
            Rest2: (float)(1 - _settings.Beta2),
            Epsilon: Divisor.Epsilon(_settings.Epsilon, root),
            Correction: (float)(root / (1 - IntegerPower.Of(_settings.Beta1, step))),
            Decay: (float)_settings.WeightDecay);
    }

    public override void Run(Work work, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        (int first, int last) = work.Share(_blocks.Count);
        for (int i = first; i < last; i++)
            Direct(i, parameters, gradients);
        work.Synchronize();
        int tensor = -1;
        float rate = 0;
        for (int i = first; i < last; i++)
        {
            TensorBlocks.Block block = _blocks[i];
            if (block.Tensor != tensor)
                (tensor, rate) = (block.Tensor, (float)(_rate * Ratio(block.Tensor)));
            Descent.Run(parameters[block.Elements], _direction.Span[block.Elements], rate);
        }
    }

    private void Direct(int index, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        TensorBlocks.Block block = _blocks[index];
        Range range = block.Elements;
        UpdateKernel<Step, Decay.None> kernel = new()
        {
            Parameters = parameters[range],
            Gradients = gradients[range],
            First = _first.Span[range],
            Second = _second.Span[range],
            Third = _direction.Span[range],
            Step = _layout.Tensors[block.Tensor].Kind == ParameterKind.Activation ? _step with { Decay = 0 } : _step,
            Decay = 0,
        };
        VectorWidth.Run<UpdateKernel<Step, Decay.None>, float>(ref kernel);
        _parameterSums[index] = FlatSum.SumOfSquares(parameters[range]);
        _directionSums[index] = FlatSum.SumOfSquares(_direction.Span[range]);
    }

    private double Ratio(int tensor)
    {
        double parameters = _blocks.Norm(tensor, _parameterSums), direction = _blocks.Norm(tensor, _directionSums);
        return parameters == 0 || direction == 0 ? 1 : parameters / direction;
    }

    /// <summary>Leaves the parameters as they are and the direction in the third buffer.</summary>
    private readonly record struct Step(float Beta1, float Rest1, float Beta2, float Rest2, float Epsilon, float Correction, float Decay) : IParameterStep
    {
        public static int Kept => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector m, ref TVector v, ref TVector direction)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            m = Moment.Mean(TVector.Broadcast(Beta1), m, TVector.Broadcast(Rest1), g);
            v = Moment.MeanSquare(TVector.Broadcast(Beta2), v, TVector.Broadcast(Rest2), g);
            TVector reciprocal = Divisor.Reciprocal(v, TVector.Broadcast(Epsilon));
            direction = TVector.MultiplyAdd(TVector.Broadcast(Correction) * m, reciprocal, TVector.Broadcast(Decay) * θ);
            return θ;
        }
    }
}
