// Title: Segmentation by overlap
// Source: Milletari, Navab & Ahmadi 2016, V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation
// About: Dice loss on 64 cells of a mask
// Expected: none
[Network(128)]
[Dense(128), ReLU]
[Dense(64), Sigmoid]
[DiceLoss]
public sealed partial class DiceSegmentation;
