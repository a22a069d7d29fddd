// Title: Fifteen sigmoid layers with small weights
// Source: "Vanishing Gradients - Sigmoid Freezes Neural Networks", thecodeforge.io/ml-ai/what-is-neural-network
// About: "Gradient norms below 1e-8 in first 5 layers froze our 15-layer network"
// Expected: ACT1003
[Network(20)]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(64, Init = Initializer.PyTorch), Sigmoid]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class DeepSigmoidDefaults;
