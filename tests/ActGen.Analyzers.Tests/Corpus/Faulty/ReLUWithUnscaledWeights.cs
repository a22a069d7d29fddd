// Title: ReLU with weights made for a sigmoid
// Source: "replace sigmoid with relu, but useless", github.com/MichalDanielDobrzanski/DeepLearningPython/issues/13
// About: 9.5 % accuracy; "initialize weights and biases to a much smaller value"
// Expected: ACT1004
[Network(784, InputMeanSquare = 0.1)]
[Dense(30, Init = Initializer.Normal), ReLU]
[Dense(10, Init = Initializer.Normal), ReLU]
[MSELoss]
public sealed partial class ReLUWithUnscaledWeights;
