// Title: VGG-16
// Source: Simonyan and Zisserman 2015, Very Deep Convolutional Networks for Large-Scale Image Recognition, table 1 (D)
// About: Sixteen layers with weights and nothing that resets their scale
// Expected: none
[Network(3, 224, 224)]
[Conv2D(64, 3, Padding = 1), ReLU] [Conv2D(64, 3, Padding = 1), ReLU] [MaxPool2D(2)]
[Conv2D(128, 3, Padding = 1), ReLU] [Conv2D(128, 3, Padding = 1), ReLU] [MaxPool2D(2)]
[Conv2D(256, 3, Padding = 1), ReLU] [Conv2D(256, 3, Padding = 1), ReLU] [Conv2D(256, 3, Padding = 1), ReLU] [MaxPool2D(2)]
[Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU] [MaxPool2D(2)]
[Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU] [MaxPool2D(2)]
[Flatten]
[Dense(4096), ReLU] [Dropout(0.5)] [Dense(4096), ReLU] [Dropout(0.5)] [Dense(1000)]
[CrossEntropyLoss]
public sealed partial class Vgg16;
