// Title: Deep, big, simple nets
// Source: Ciresan et al. 2010, Deep, Big, Simple Neural Nets for Handwritten Digit Recognition
// About: Five wide hidden layers of scaled tanh, no pretraining
// Expected: none
[Network(841)]
[Dense(2500), LeCunTanh]
[Dense(2000), LeCunTanh]
[Dense(1500), LeCunTanh]
[Dense(1000), LeCunTanh]
[Dense(500), LeCunTanh]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Ciresan2010;
