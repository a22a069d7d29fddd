// Title: The contracting path of a U-Net
// Source: Ronneberger, Fischer, Brox 2015, U-Net, figure 1, left
// About: A coarse map of logits from images, without the way back up
// Expected: none
[Network(1, 64, 64)]
[Conv2D(32, 3, Padding = 1), ReLU] [Conv2D(32, 3, Padding = 1), ReLU] [MaxPool2D(2)]
[Conv2D(64, 3, Padding = 1), ReLU] [Conv2D(64, 3, Padding = 1), ReLU] [MaxPool2D(2)]
[Conv2D(128, 3, Padding = 1), ReLU] [Conv2D(128, 3, Padding = 1), ReLU]
[Conv2D(1, 1)]
[BCEWithLogitsLoss]
public sealed partial class ImageEncoder;
