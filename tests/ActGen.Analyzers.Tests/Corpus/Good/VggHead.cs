// Title: Head of VGG-16
// Source: Simonyan & Zisserman 2015, Very Deep Convolutional Networks; pytorch/vision, torchvision/models/vgg.py
// About: Three dense layers with dropout after the activations
// Expected: none
[Network(25088)]
[Dense(4096), ReLU]
[Dropout(0.5)]
[Dense(4096), ReLU]
[Dropout(0.5)]
[Dense(1000)]
[CrossEntropyLoss]
public sealed partial class VggHead;
