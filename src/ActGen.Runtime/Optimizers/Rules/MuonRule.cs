using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="Muon"/>: the velocity b and the direction u of each weight matrix; AdamW for the rest.</summary>
internal sealed class MuonRule : UpdateRule
{
    private readonly Muon _settings;
    private readonly UpdateRule _others;
    private readonly ParameterInfo[] _matrices;
    private readonly TensorBlocks _blocks;
    private readonly AlignedBuffer _velocity;
    private readonly AlignedBuffer _direction;
    private readonly double[] _sums;
    private readonly Orthogonalizer _orthogonalizer;
    private readonly Step _step;
    private double _rate;

    public MuonRule(ParameterLayout layout, Muon settings)
    {
        _settings = settings;
        _matrices = [.. layout.Tensors.Where(IsMatrix)];
        AdamW others = settings.Others;
        _others = AdamRule.Of(layout with { Tensors = [.. layout.Tensors.Where(tensor => !IsMatrix(tensor))] }, others.Beta1, others.Beta2, others.Epsilon, others.AMSGrad, new(others.WeightDecay, IsDecoupled: true));
        _blocks = new(_matrices);
        _velocity = new(_blocks.Length);
        _direction = new(_blocks.Length);
        _sums = new double[_blocks.Count];
        _orthogonalizer = new(_matrices, settings.NewtonSchulzSteps);
        _step = new((float)settings.Momentum, (float)(1 - settings.Momentum), settings.Nesterov);

        static bool IsMatrix(ParameterInfo tensor) => tensor is { Kind: ParameterKind.Weight, Shape.Count: 2 };
    }

    public override IEnumerable<AlignedBuffer> State => [_velocity, .. _others.State];

    public override void Begin(long step, double learningRate)
    {
        _rate = learningRate;
        double scheduled = _settings.LearningRate == 0 ? 1 : learningRate / _settings.LearningRate;
        _others.Begin(step, _settings.Others.LearningRate * scheduled);
    }

    public override void Run(Work work, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        _others.Run(work, parameters, gradients);
        (int first, int last) = work.Share(_blocks.Count);
        for (int i = first; i < last; i++)
            Direct(i, parameters, gradients);
        work.Synchronize();
        for (int i = 0; i < _matrices.Length; i++)
        {
            ParameterInfo matrix = _matrices[i];
            double norm = Math.Max(_blocks.Norm(i, _sums), _settings.Epsilon);
            _orthogonalizer.Run(work, _direction.Span.Slice(_blocks.KeptStart(i), matrix.Length), matrix.Shape[0], matrix.Shape[1], norm);
        }
        work.Synchronize();
        for (int i = first; i < last; i++)
        {
            TensorBlocks.Block block = _blocks[i];
            IReadOnlyList<int> shape = _matrices[block.Tensor].Shape;
            Descent.Run(parameters[block.Elements], _direction.Span[block.KeptElements], (float)(_rate * Scale(shape[0], shape[1])), (float)(1 - (_rate * _settings.WeightDecay)));
        }
    }

    private double Scale(int inputs, int outputs) => _settings.Scale == MuonScale.Original
        ? double.Sqrt(Math.Max(1, (double)outputs / inputs))
        : 0.2 * double.Sqrt(Math.Max(inputs, outputs));

    private void Direct(int index, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        TensorBlocks.Block block = _blocks[index];
        Span<float> direction = _direction.Span[block.KeptElements];
        UpdateKernel<Step, Decay.None> kernel = new()
        {
            Parameters = parameters[block.Elements],
            Gradients = gradients[block.Elements],
            First = _velocity.Span[block.KeptElements],
            Second = direction,
            Third = default,
            Step = _step,
            Decay = 0,
        };
        VectorWidth.Run<UpdateKernel<Step, Decay.None>, float>(ref kernel);
        _sums[index] = FlatSum.SumOfSquares(direction);
    }

    /// <summary>Leaves the parameters as they are and the direction in the second buffer.</summary>
    private readonly record struct Step(float Momentum, float Rest, bool LooksAhead) : IParameterStep
    {
        public static int Kept => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector b, ref TVector direction, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            b += TVector.Broadcast(Rest) * (g - b);
            direction = LooksAhead ? g + (TVector.Broadcast(Momentum) * (b - g)) : b;
            return θ;
        }
    }
}
