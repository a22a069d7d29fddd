// Title: Weights of standard deviation 1
// Source: Nielsen 2015, Neural Networks and Deep Learning, chapter 3, section Weight initialization
// About: The hidden units saturate and learn slowly: the weighted sum of 784 inputs is broad
// Expected: ACT1004
[Network(784, InputMeanSquare = 0.1)]
[Dense(100, Init = Initializer.Normal), Sigmoid]
[Dense(10, Init = Initializer.Normal)]
[BCEWithLogitsLoss]
public sealed partial class NielsenUnscaledWeights;
