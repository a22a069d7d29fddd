// Title: ReLU stack with the default initialisation of PyTorch
// Source: "Kaiming init of conv and linear layers, why gain = sqrt(5)", github.com/pytorch/pytorch/issues/15314; also issue 1667, "reset_parameters in various Modules"
// About: A sixth of the mean square survives each layer
// Expected: ACT3001
[Network(64)]
[Dense(64, Init = Initializer.PyTorch), ReLU]
[Dense(64, Init = Initializer.PyTorch), ReLU]
[Dense(64, Init = Initializer.PyTorch), ReLU]
[Dense(64, Init = Initializer.PyTorch), ReLU]
[Dense(64, Init = Initializer.PyTorch), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class DefaultInitialization;
