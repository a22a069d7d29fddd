// Title: Head of PyTorch's MNIST example
// Source: pytorch/examples, mnist/main.py (after the convolutions)
// About: Log-softmax and negative log-likelihood, as its authors pair them
// Expected: none
[Network(9216)]
[Dropout(0.25)]
[Dense(128), ReLU]
[Dropout(0.5)]
[Dense(10), LogSoftmax]
[NLLLoss]
public sealed partial class PyTorchMnistHead;
