namespace ActGen;

/// <summary>Softmax over the last axis: y = exp(x − max) / Σ exp(x − max); each row sums to 1.</summary>
/// <remarks>For class probabilities prefer logits with <see cref="CrossEntropyLossAttribute"/>: <c>Predict</c> applies softmax itself.</remarks>
public sealed class SoftmaxAttribute : LayerAttribute;

/// <summary>Logarithm of softmax over the last axis, without the loss of digits of <c>log(softmax(x))</c>. Goes with <see cref="NLLLossAttribute"/>.</summary>
public sealed class LogSoftmaxAttribute : LayerAttribute;
