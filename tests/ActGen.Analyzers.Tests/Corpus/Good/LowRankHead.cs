// Title: Low-rank softmax layer
// Source: Sainath et al. 2013, Low-Rank Matrix Factorization for Deep Neural Network Training with High-Dimensional Output Targets
// About: The last weight matrix as a product of two
// Expected: none
[Network(440)]
[Dense(1024), ReLU]
[Dense(1024), ReLU]
[Dense(128, Bias = false)]
[Dense(2220)]
[CrossEntropyLoss]
public sealed partial class LowRankHead;
