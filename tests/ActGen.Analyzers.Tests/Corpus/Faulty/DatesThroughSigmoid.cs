// Title: Regression through sigmoids
// Source: Stack Overflow question 50555434, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts)
// About: Six values by absolute error, each confined to 0..1
// Expected: ACT1008
[Network(28)]
[Dense(20, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[Dense(15, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[Dense(6, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[Dense(6, Init = Initializer.Normal, InitScale = 0.05), Sigmoid]
[L1Loss]
public sealed partial class DatesThroughSigmoid;
