// Title: Keras: simple MNIST convnet
// Source: Keras code examples, "Simple MNIST convnet", keras.io/examples/vision/mnist_convnet
// About: The first convolutional network of most courses
// Expected: none
[Network(1, 28, 28)]
[Conv2D(32, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(64, 3), ReLU]
[MaxPool2D(2)]
[Flatten]
[Dropout(0.5)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class KerasMnistConvnet;
