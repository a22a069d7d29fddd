using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>The fully connected layer with its activation fused in.</summary>
/// <remarks><para>How workers share a pass: a worker writes only its own rows of y, kept, dz and dx, and its own part of dW, db
/// and Wᵀ. Forward reads nothing of others. Backward reads dz of all rows (for dW) and all of Wᵀ (for dx), so workers meet
/// after dz and after Wᵀ are written. Therefore x and kept may be read by any worker until the pass ends; dx may take the
/// memory of the dz of the layer behind, and every layer of a network may use the same scratch for Wᵀ: nobody writes
/// to either before all workers have come to the next meeting.</para>
/// <para>Where there are more outputs than rows (<see cref="DenseShare"/>), a worker computes its own outputs of all rows of y and kept (at most 64 outputs: its own rows; in training also the steps of its own inputs, <see cref="DenseRelay{T, TActivation}"/>),
/// and its own inputs of dx, for which it needs no Wᵀ but its own. Then workers meet before y, which takes all of x, behind it, because the next layer
/// takes rows again, after dz, and behind dx.</para></remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Dense<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x·W + b), nothing kept. The sizes are constants of the generated code, so that the JIT chooses the kernel of a single row.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="inputs">Elements of a row of x.</param>
    /// <param name="outputs">Elements of a row of y.</param>
    /// <param name="input">x: rows × inputs.</param>
    /// <param name="weights">W: inputs × outputs.</param>
    /// <param name="bias">b: outputs, or empty.</param>
    /// <param name="output">y: rows × outputs.</param>
    /// <param name="parameters">The formula's parameters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Infer<TActivation>(in Work work, int inputs, int outputs, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, ReadOnlySpan<T> parameters = default)
        where TActivation : IActivation
    {
        if (DenseRow<T, TActivation>.Takes(outputs) && work.IsSingleRow)
            DenseRow<T, TActivation>.Run(in MemoryMarshal.GetReference(input), in MemoryMarshal.GetReference(weights), in MemoryMarshal.GetReference(bias), ref MemoryMarshal.GetReference(output), inputs, outputs);
        else
            InferRows<TActivation>(in work, input, weights, bias, output, parameters);
    }

    // Behind a reference to the work and without what only training gives: the code of the call is in every layer of every network.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void InferRows<TActivation>(in Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, ReadOnlySpan<T> parameters)
        where TActivation : IActivation => Rows<TActivation>(work, input, weights, bias, output, parameters, ActivationOperand.None, kept: default, trains: false);

    /// <summary>y = f(x·W + b).</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × inputs.</param>
    /// <param name="weights">W: inputs × outputs.</param>
    /// <param name="bias">b: outputs, or empty.</param>
    /// <param name="output">y: rows × outputs.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="keeps">What training keeps besides y: <see cref="ActivationOperand.Derivative"/> or <see cref="ActivationOperand.Input"/> go into <paramref name="kept"/>.</param>
    /// <param name="kept">rows × outputs, or empty.</param>
    public static void Forward<TActivation>(Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, ReadOnlySpan<T> parameters = default, ActivationOperand keeps = ActivationOperand.None, Span<T> kept = default)
        where TActivation : IActivation => Rows<TActivation>(work, input, weights, bias, output, parameters, keeps, kept, trains: true);

    private static void Rows<TActivation>(Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, ReadOnlySpan<T> parameters, ActivationOperand keeps, Span<T> kept, bool trains)
        where TActivation : IActivation
    {
        if (work.Rows == 0)
            return;
        if (Narrow.Is(RowShare.Width(work, output.Length)))
        {
            NarrowRows<TActivation>(work, input, weights, bias, output, parameters, keeps, kept);
            return;
        }
        DenseForwardKernel<T, TActivation> kernel = new()
        {
            Input = input,
            Weights = weights,
            Bias = bias,
            Output = output,
            Inputs = input.Length,
            Outputs = output.Length,
            Own = (0, output.Length),
            Steps = (0, input.Length),
            Parameters = parameters,
            Keeps = keeps,
            Kept = kept,
        };
        if (work.Workers > 1 && DenseShare.IsOfFeatures(work, kernel.Outputs / work.Rows))
        {
            kernel.TakeOutputs(work);
            if (trains && DenseRelay<T, TActivation>.Pays(work, kernel.Inputs, kernel.Outputs))
            {
                DenseRelay<T, TActivation>.Run(work, ref kernel);
                return;
            }
            // x was written by others, and others read y.
            work.Synchronize();
            if (kernel.Own.Start < kernel.Own.End)
                FittingWidth.Run<DenseForwardKernel<T, TActivation>, T>(ref kernel, kernel.Own.End - kernel.Own.Start);
            work.Synchronize();
            return;
        }
        // A single row has nothing to divide; it is what a prediction asks for, and small networks need only some tens of nanoseconds for it.
        if (work.Rows > 1)
            kernel.TakeRows(work);
        FittingWidth.Run<DenseForwardKernel<T, TActivation>, T>(ref kernel, kernel.Outputs);
    }

    /// <summary>The worker's rows of a layer that is narrow. A row that several workers share is too little to divide: the last one takes it.</summary>
    private static void NarrowRows<TActivation>(Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, ReadOnlySpan<T> parameters, ActivationOperand keeps, Span<T> kept)
        where TActivation : IActivation
    {
        DenseNarrowKernel<T, TActivation> kernel = new()
        {
            Input = input,
            Weights = weights,
            Bias = bias,
            Output = output,
            Rows = work.Rows,
            Parameters = parameters,
            Keeps = keeps,
            Kept = kept,
        };
        int outputs = RowShare.Width(work, output.Length);
        if (work.Workers == 1)
        {
            CoveringWidth.Run<DenseNarrowKernel<T, TActivation>, T>(ref kernel, outputs);
            return;
        }
        (int start, int end) = work.OwnRows;
        kernel.Rows = end - start;
        kernel.Input = input[RowShare.Elements(work, input.Length)];
        kernel.Output = output[RowShare.Elements(work, output.Length)];
        kernel.Kept = kept[RowShare.Elements(work, kept.Length)];
        // The others need a row's outputs too: in a batch each continues with its own rows.
        if (work.Rows == 1)
            work.Synchronize();
        if (kernel.Rows > 0)
            CoveringWidth.Run<DenseNarrowKernel<T, TActivation>, T>(ref kernel, outputs);
        if (work.Rows == 1)
            work.Synchronize();
    }
}
