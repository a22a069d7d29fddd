using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>A loss of the runtime, called as generated code calls it: all of them, found by reflection, so that a new one is tested from its first day.</summary>
internal abstract class LossRun(string name)
{
    public static IReadOnlyList<LossRun> All { get; } =
    [
        .. Of(typeof(IElementLoss), typeof(ElementRun<>)),
        .. Of(typeof(ILabelLoss), typeof(LabelRun<>)),
        .. Of(typeof(IRowLoss), typeof(RowRun<>)),
        new CrossEntropyRun("plain", 0, null),
        new CrossEntropyRun("weighted", 0, 0.25f),
        new CrossEntropyRun("smoothed", 0.1, 0.25f),
        new GaussianRun(),
    ];

    public static TheoryData<string> Names => [.. All.Select(loss => loss.Name)];

    public static LossRun Named(string name) => All.Single(loss => loss.Name == name);

    public string Name => name;

    /// <summary>Whether a row is compared with the index of its class.</summary>
    public virtual bool HasLabels => false;

    /// <summary>Targets that belong to rows of so many outputs.</summary>
    public virtual int TargetWidth(int outputs) => outputs;

    /// <summary>Whether ∂L/∂x at an element does not depend on that element, which then cannot make it NaN.</summary>
    public virtual bool HasConstantDerivative => false;

    /// <summary>Row losses and gradient of one worker's rows.</summary>
    public abstract void Run(Work work, float[] outputs, float[] targets, int[] labels, float[] losses, float[] gradient);

    private static IEnumerable<LossRun> Of(Type contract, Type run) => contract.Assembly.GetTypes()
        .Where(type => type.IsValueType && type.IsAssignableTo(contract))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (LossRun)Activator.CreateInstance(run.MakeGenericType(type))!);

    private sealed class ElementRun<TLoss>() : LossRun(typeof(TLoss).Name)
        where TLoss : IElementLoss
    {
        // −t, whatever x is.
        public override bool HasConstantDerivative => typeof(TLoss) == typeof(DivergenceError) || typeof(TLoss) == typeof(LogDivergenceError);

        public override void Run(Work work, float[] outputs, float[] targets, int[] labels, float[] losses, float[] gradient) =>
            LossKernels<float>.Elements<TLoss>(work, outputs, targets, losses, gradient, setting: 0.5, other: 0.25);
    }

    private sealed class LabelRun<TLoss>() : LossRun(typeof(TLoss).Name)
        where TLoss : ILabelLoss
    {
        public override bool HasLabels => true;

        public override bool HasConstantDerivative => typeof(TLoss) == typeof(NegativeLogLikelihood);

        public override void Run(Work work, float[] outputs, float[] targets, int[] labels, float[] losses, float[] gradient) =>
            LossKernels<float>.Labels<TLoss>(work, outputs, labels, losses, gradient, setting: 0.5, other: 0.25);
    }

    private sealed class RowRun<TLoss>() : LossRun(typeof(TLoss).Name)
        where TLoss : IRowLoss
    {
        public override void Run(Work work, float[] outputs, float[] targets, int[] labels, float[] losses, float[] gradient) =>
            LossKernels<float>.Rows<TLoss>(work, outputs, targets, losses, gradient, setting: 0.5, other: 0.25);
    }

    private sealed class CrossEntropyRun(string name, double smoothing, float? weight) : LossRun($"CrossEntropy, {name}")
    {
        // Made in advance, as generated code has them: a run allocates nothing.
        private readonly float[] _weights = weight is { } value ? [.. Enumerable.Range(0, 5000).Select(c => value + (c % 3))] : [];

        public override bool HasLabels => true;

        public override void Run(Work work, float[] outputs, float[] targets, int[] labels, float[] losses, float[] gradient) =>
            LossKernels<float>.CrossEntropy(work, outputs, labels, [], losses, gradient, smoothing, _weights.Length == 0 ? _weights : _weights.AsSpan(0, outputs.Length / work.Rows));
    }

    private sealed class GaussianRun() : LossRun("Gaussian")
    {
        public override int TargetWidth(int outputs) => outputs / 2;

        public override void Run(Work work, float[] outputs, float[] targets, int[] labels, float[] losses, float[] gradient) =>
            LossKernels<float>.Gaussian(work, outputs, targets, losses, gradient, 1e-6, full: true);
    }
}
