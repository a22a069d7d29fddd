// Title: Feed-forward part of GPT-2
// Source: Radford et al. 2019, Language Models are Unsupervised Multitask Learners
// About: Four times the width, GELU by its tanh form; a block without a loss
// Expected: none
[Network(768)]
[Dense(3072, Init = Initializer.Normal, InitScale = 0.02), GELU(Approximate = true)]
[Dense(768, Init = Initializer.Normal, InitScale = 0.02)]
[Dropout(0.1)]
public sealed partial class GptFeedForward;
