// Title: TensorFlow: convolutional neural network
// Source: TensorFlow tutorials, "Convolutional Neural Network (CNN)", tensorflow.org/tutorials/images/cnn
// About: Three convolutions for 32 × 32 colour images
// Expected: none
[Network(3, 32, 32)]
[Conv2D(32, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(64, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(64, 3), ReLU]
[Flatten]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class TensorFlowCifar;
