// Title: XOR with two sigmoid units
// Source: Rumelhart, Hinton & Williams 1986, Learning Internal Representations by Error Propagation
// About: The first network with a hidden layer that everybody trains
// Expected: none
[Network(2)]
[Dense(2), Sigmoid]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class XorSigmoid;
