namespace ActGen.CompilerServices;

/// <summary>The code that the compiler wrote for one network, for one scalar type: static, without state.</summary>
/// <typeparam name="T">The scalar: float in the product, double in gradient tests.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INetworkProgram<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Shapes, parameters, buffer sizes, layer table. Called once; the runtime caches it.</summary>
    static abstract NetworkDefinition Describe();

    /// <summary>Inference: reads <see cref="InferencePass{T}.Input"/>, writes <see cref="InferencePass{T}.Output"/>, keeps nothing.</summary>
    static abstract void Infer(ref readonly InferencePass<T> pass);

    /// <summary>Turns raw outputs in <see cref="InferencePass{T}.Output"/>, in place, into what <c>Predict</c> returns (probabilities for class losses).</summary>
    static abstract void Transform(ref readonly InferencePass<T> pass);

    /// <summary>Training forward: as <see cref="Infer"/>, and keeps what backward reads.</summary>
    static abstract void Forward(ref readonly Pass<T> pass);

    /// <summary>Loss of each row into <see cref="Pass{T}.RowLosses"/>; its gradient, already divided, into <see cref="Pass{T}.OutputGradient"/> unless that is empty.</summary>
    /// <returns>What the sum of the row losses is divided by; the same for every worker.</returns>
    static abstract double Loss(ref readonly Pass<T> pass);

    /// <summary>From <see cref="Pass{T}.OutputGradient"/> to all parameter gradients (assigned, not added) and, when asked for, the input gradient.</summary>
    static abstract void Backward(ref readonly Pass<T> pass);
}
