// Title: PointNet without its transformations
// Source: Qi et al. 2017, PointNet: Deep Learning on Point Sets for 3D Classification and Segmentation, section 4.2
// About: The same layers for each point, then the largest value of each feature over all points
// Expected: none
[Network(1024, 3)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(128), ReLU]
[Dense(1024), ReLU]
[GlobalMaxPool]
[Dense(512), ReLU]
[Dense(256), ReLU]
[Dropout(0.3)]
[Dense(40)]
[CrossEntropyLoss]
public sealed partial class PointNet;
