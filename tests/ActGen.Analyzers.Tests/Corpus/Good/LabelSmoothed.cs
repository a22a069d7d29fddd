// Title: Smoothed labels
// Source: Szegedy et al. 2016, Rethinking the Inception Architecture for Computer Vision
// About: Cross-entropy with a tenth of smoothing
// Expected: none
[Network(2048)]
[Dropout(0.2)]
[Dense(1000)]
[CrossEntropyLoss(LabelSmoothing = 0.1)]
public sealed partial class LabelSmoothed;
