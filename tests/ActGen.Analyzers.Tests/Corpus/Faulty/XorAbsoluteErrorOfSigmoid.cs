// Title: XOR by absolute error of a sigmoid
// Source: Stack Overflow question 31556268, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/31556268)
// About: Learns nothing in 1,000 epochs; corrected there by another loss and another optimizer
// Expected: ACT1008
[Network(2)]
[Dense(4, Init = Initializer.GlorotUniform), Sigmoid]
[Dense(1, Init = Initializer.GlorotUniform), Sigmoid]
[L1Loss]
public sealed partial class XorAbsoluteErrorOfSigmoid;
