// Title: Head of MobileNetV3
// Source: Howard et al. 2019, Searching for MobileNetV3; pytorch/vision, torchvision/models/mobilenetv3.py
// About: Hard swish and dropout
// Expected: none
[Network(960)]
[Dense(1280), HardSwish]
[Dropout(0.2)]
[Dense(1000)]
[CrossEntropyLoss]
public sealed partial class MobileNetV3Head;
