using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>The fully connected layer with its activation fused in.</summary>
/// <remarks><para>How workers share a pass: a worker writes only its own rows of y, kept, dz and dx, and its own part of dW, db
/// and Wᵀ. Forward reads nothing of others. Backward reads dz of all rows (for dW) and all of Wᵀ (for dx), so workers meet
/// after dz and after Wᵀ are written. Therefore x and kept may be read by any worker until the pass ends; dx may take the
/// memory of the dz of the layer behind, and every layer of a network may use the same scratch for Wᵀ: nobody writes
/// to either before all workers have come to the next meeting.</para>
/// <para>Where there are more outputs than rows (<see cref="DenseShare"/>), a worker computes its own outputs of all rows of y and kept (at most 64 outputs: its own rows), and its own inputs of dx,
/// for which it needs no Wᵀ but its own. Then workers meet before y, which takes all of x, behind it, because the next layer
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
            Forward<TActivation>(work, input, weights, bias, output, parameters);
    }

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
            Parameters = parameters,
            Keeps = keeps,
            Kept = kept,
        };
        if (work.Workers > 1 && DenseShare.IsOfFeatures(work, kernel.Outputs / work.Rows))
        {
            kernel.TakeOutputs(work);
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

    /// <summary>dz = ∂L/∂y · f′;  dW = xᵀ·dz,  db = Σ dz,  dx = dz·Wᵀ.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × inputs.</param>
    /// <param name="weights">W: inputs × outputs.</param>
    /// <param name="outputGradient">∂L/∂y: rows × outputs; overwritten with dz.</param>
    /// <param name="weightGradient">dW: inputs × outputs; assigned.</param>
    /// <param name="biasGradient">db: outputs, or empty; assigned.</param>
    /// <param name="inputGradient">dx: rows × inputs, or empty when nobody reads it; may not overlap <paramref name="outputGradient"/>.</param>
    /// <param name="transposed">Scratch for Wᵀ: outputs × inputs; empty exactly when <paramref name="inputGradient"/> is.</param>
    /// <param name="keeps">What <paramref name="kept"/> holds.</param>
    /// <param name="kept">y, f′ or the pre-activation: rows × outputs; empty for <see cref="ActivationOperand.None"/>.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="parameterGradient">One element per parameter of the formula, or empty; assigned for all parameters.</param>
    /// <param name="rowSums">Scratch: rows × parameters where there is a <paramref name="parameterGradient"/>.</param>
    public static void Backward<TActivation>(Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, Span<T> outputGradient, Span<T> weightGradient, Span<T> biasGradient, Span<T> inputGradient, Span<T> transposed, ActivationOperand keeps = ActivationOperand.None, ReadOnlySpan<T> kept = default, ReadOnlySpan<T> parameters = default, Span<T> parameterGradient = default, Span<T> rowSums = default)
        where TActivation : IActivation
    {
        if (work.Rows == 0)
        {
            ClearGradients(work, weightGradient, biasGradient, parameterGradient);
            return;
        }

        int inputs = RowShare.Width(work, input.Length), outputs = RowShare.Width(work, outputGradient.Length);
        bool isAlone = work.Workers == 1, hasFewOutputs = isAlone && !inputGradient.IsEmpty && DenseFewOutputsKernel<T>.Takes(outputs);
        bool hasFewInputs = isAlone && !hasFewOutputs && DenseFewInputsKernel<T, TActivation>.Takes(inputs);
        bool activates = hasFewInputs && rowSums.IsEmpty && DenseFewInputsKernel<T, TActivation>.Activates(outputs, keeps, parameters);
        if (!activates && (keeps != ActivationOperand.None || !rowSums.IsEmpty))
            Elementwise<T>.OwnRows<TActivation>(work, outputGradient, keeps, kept, parameters, rowSums);

        work.Synchronize();
        if (work.Worker == 0)
            RowSum<T>.Assign(work.Rows, rowSums, parameterGradient);
        bool sharesFeatures = DenseShare.IsOfFeatures(work, outputs);
        (int Start, int End) own = sharesFeatures ? DenseShare.OfFeatures(work, inputs) : (0, inputs);
        Range ownWeights = (own.Start * outputs)..(own.End * outputs);
        if (!inputGradient.IsEmpty)
        {
            (int start, int end) = sharesFeatures ? (0, TransposedPanels<T>.Count(own.End - own.Start)) : work.Share(TransposedPanels<T>.Count(inputs));
            TransposedPanels<T>.Write(weights[ownWeights], own.End - own.Start, outputs, start, end, transposed[ownWeights]);
        }

        if (hasFewOutputs)
        {
            FewOutputs(input, outputGradient, transposed, weightGradient, biasGradient, inputGradient, inputs, outputs);
            return;
        }
        if (hasFewInputs)
            FewInputs<TActivation>(input, outputGradient, weightGradient, biasGradient, activates ? keeps : ActivationOperand.None, kept, inputs, outputs);
        else
            WeightGradient(work, input, outputGradient, weightGradient, biasGradient, inputs, outputs);
        if (inputGradient.IsEmpty)
            return;

        if (!sharesFeatures)
            work.Synchronize();
        if (own.Start < own.End)
        {
            DenseInputGradientKernel<T> kernel = new()
            {
                OutputGradient = sharesFeatures ? outputGradient : outputGradient[RowShare.Elements(work, outputGradient.Length)],
                Transposed = transposed[ownWeights],
                InputGradient = sharesFeatures ? inputGradient : inputGradient[RowShare.Elements(work, inputGradient.Length)],
                Inputs = inputs,
                Outputs = outputs,
                Own = own,
            };
            FittingWidth.Run<DenseInputGradientKernel<T>, T>(ref kernel, own.End - own.Start);
        }
        if (sharesFeatures)
            work.Synchronize();
    }

    /// <summary>dW, db and dx, dz being there.</summary>
    private static void FewOutputs(ReadOnlySpan<T> input, ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> transposed, Span<T> weightGradient, Span<T> biasGradient, Span<T> inputGradient, int inputs, int outputs)
    {
        DenseFewOutputsKernel<T> kernel = new()
        {
            Input = input,
            OutputGradient = outputGradient,
            Transposed = transposed,
            WeightGradient = weightGradient,
            InputGradient = inputGradient,
            Inputs = inputs,
            Outputs = outputs,
        };
        FittingWidth.Run<DenseFewOutputsKernel<T>, T>(ref kernel, inputs);
        BiasGradient(outputGradient, biasGradient, outputs, (0, outputs));
    }

    /// <summary>dz where <paramref name="keeps"/> asks for it, dW and db.</summary>
    private static void FewInputs<TActivation>(ReadOnlySpan<T> input, Span<T> outputGradient, Span<T> weightGradient, Span<T> biasGradient, ActivationOperand keeps, ReadOnlySpan<T> kept, int inputs, int outputs)
        where TActivation : IActivation
    {
        DenseFewInputsKernel<T, TActivation> kernel = new()
        {
            Input = input,
            OutputGradient = outputGradient,
            WeightGradient = weightGradient,
            BiasGradient = biasGradient,
            Keeps = keeps,
            Kept = keeps == ActivationOperand.None ? default : kept,
            Inputs = inputs,
            Outputs = outputs,
        };
        FittingWidth.Run<DenseFewInputsKernel<T, TActivation>, T>(ref kernel, outputs);
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

    /// <summary>The sums over no rows.</summary>
    private static void ClearGradients(Work work, Span<T> weightGradient, Span<T> biasGradient, Span<T> parameterGradient)
    {
        if (work.Worker != 0)
            return;
        weightGradient.Clear();
        biasGradient.Clear();
        parameterGradient.Clear();
    }

    private static void WeightGradient(Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> outputGradient, Span<T> weightGradient, Span<T> biasGradient, int inputs, int outputs)
    {
        // The longer side is shared; the worker with the first rows of dW also makes db.
        bool byInputs = inputs >= outputs;
        (int Start, int End) ownInputs = byInputs ? DenseShare.OfFeatures(work, inputs) : (0, inputs);
        (int Start, int End) ownOutputs = byInputs ? (0, outputs) : DenseShare.OfFeatures(work, outputs);
        if (ownInputs.Start == ownInputs.End || ownOutputs.Start == ownOutputs.End)
            return;
        if (DenseTransposedGradientKernel<T>.Takes(ownInputs.End - ownInputs.Start, outputs))
        {
            DenseTransposedGradientKernel<T> transposed = new()
            {
                Input = input,
                OutputGradient = outputGradient,
                WeightGradient = weightGradient,
                Inputs = inputs,
                Outputs = outputs,
                OwnInputs = ownInputs,
            };
            FittingWidth.Run<DenseTransposedGradientKernel<T>, T>(ref transposed, ownInputs.End - ownInputs.Start);
        }
        else
        {
            DenseWeightGradientKernel<T> kernel = new()
            {
                Input = input,
                OutputGradient = outputGradient,
                WeightGradient = weightGradient,
                Inputs = inputs,
                Outputs = outputs,
                OwnInputs = ownInputs,
                OwnOutputs = ownOutputs,
            };
            CoveringWidth.Run<DenseWeightGradientKernel<T>, T>(ref kernel, ownOutputs.End - ownOutputs.Start);
        }
        if (ownInputs.Start == 0)
            BiasGradient(outputGradient, biasGradient, outputs, ownOutputs);
    }

    private static void BiasGradient(ReadOnlySpan<T> outputGradient, Span<T> biasGradient, int outputs, (int Start, int End) own)
    {
        if (biasGradient.IsEmpty)
            return;
        DenseBiasGradientKernel<T> kernel = new() { OutputGradient = outputGradient, BiasGradient = biasGradient, Outputs = outputs, Own = own };
        CoveringWidth.Run<DenseBiasGradientKernel<T>, T>(ref kernel, own.End - own.Start);
    }
}
