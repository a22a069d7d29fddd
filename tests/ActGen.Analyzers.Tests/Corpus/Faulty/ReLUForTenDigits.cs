// Title: ReLU instead of class scores
// Source: Stack Overflow question 47352366, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/47352366); the dense part
// About: Cross-entropy of ten rectified outputs
// Expected: ACT1009
[Network(3136)]
[Dense(1024), ReLU]
[Dropout(0.5)]
[Dense(10), ReLU]
[CrossEntropyLoss]
public sealed partial class ReLUForTenDigits;
