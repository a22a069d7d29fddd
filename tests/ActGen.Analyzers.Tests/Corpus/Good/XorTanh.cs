// Title: XOR with tanh units
// Source: Goodfellow, Bengio & Courville 2016, Deep Learning, section 6.1
// About: The same with a centred activation
// Expected: none
[Network(2)]
[Dense(4), Tanh]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class XorTanh;
