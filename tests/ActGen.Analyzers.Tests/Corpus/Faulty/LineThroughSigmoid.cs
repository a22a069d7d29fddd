// Title: A line through a sigmoid
// Source: Stack Overflow question 48221692, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/48221692)
// About: Targets outside 0..1 cannot be reached
// Expected: ACT1008
[Network(1)]
[Dense(5), Sigmoid]
[Dense(1), Sigmoid]
[MSELoss]
public sealed partial class LineThroughSigmoid;
