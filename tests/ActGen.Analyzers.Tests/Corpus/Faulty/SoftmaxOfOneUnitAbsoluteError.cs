// Title: One sigmoid unit, one softmax unit
// Source: Stack Overflow question 45442843, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/45442843)
// About: Classification of one number; the output is 1
// Expected: ACT2005
[Network(1)]
[Dense(1), Sigmoid]
[Dense(1), Softmax]
[L1Loss]
public sealed partial class SoftmaxOfOneUnitAbsoluteError;
