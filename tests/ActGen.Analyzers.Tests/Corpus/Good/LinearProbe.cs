// Title: Linear probe
// Source: Alain & Bengio 2016, Understanding intermediate layers using linear classifier probes
// About: What a layer knows, without a hidden layer
// Expected: none
[Network(768)]
[Dense(17)]
[CrossEntropyLoss]
public sealed partial class LinearProbe;
