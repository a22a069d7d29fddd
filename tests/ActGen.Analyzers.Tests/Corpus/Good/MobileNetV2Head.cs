// Title: Head of MobileNetV2 with a bounded hidden layer
// Source: Sandler et al. 2018, MobileNetV2: Inverted Residuals and Linear Bottlenecks
// About: ReLU6, made for few bits
// Expected: none
[Network(320)]
[Dense(1280), ReLU6]
[Dropout(0.2)]
[Dense(1000)]
[CrossEntropyLoss]
public sealed partial class MobileNetV2Head;
