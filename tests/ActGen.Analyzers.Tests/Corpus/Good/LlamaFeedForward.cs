// Title: Feed-forward part of LLaMA
// Source: Shazeer 2020, GLU Variants Improve Transformer; Touvron et al. 2023, LLaMA
// About: SwiGLU of 8/3 the width, no biases
// Expected: none
[Network(768)]
[SwiGLU(2048, Bias = false)]
[Dense(768, Bias = false)]
public sealed partial class LlamaFeedForward;
