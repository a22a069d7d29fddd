namespace ActGen.CompilerServices;

/// <content>The gradients.</content>
public static partial class Dense<T>
{
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
        bool sumsBias = DenseFewOutputsKernel<T>.SumsBias(inputs, outputs);
        DenseFewOutputsKernel<T> kernel = new()
        {
            Input = input,
            OutputGradient = outputGradient,
            Transposed = transposed,
            WeightGradient = weightGradient,
            BiasGradient = sumsBias ? biasGradient : default,
            InputGradient = inputGradient,
            Inputs = inputs,
            Outputs = outputs,
        };
        FittingWidth.Run<DenseFewOutputsKernel<T>, T>(ref kernel, inputs);
        if (!sumsBias)
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
