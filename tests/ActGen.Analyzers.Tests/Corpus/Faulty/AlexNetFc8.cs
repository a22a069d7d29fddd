// Title: ReLU behind the last layer of AlexNet
// Source: "FC8 should not use relu activation", github.com/hjptriplebee/AlexNet_with_tensorflow/issues/2
// About: The largest score is often 0 for several classes
// Expected: ACT1009
[Network(4096)]
[Dense(4096), ReLU]
[Dropout(0.5)]
[Dense(1000), ReLU]
[CrossEntropyLoss]
public sealed partial class AlexNetFc8;
