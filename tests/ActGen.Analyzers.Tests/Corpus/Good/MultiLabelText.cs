// Title: Many labels for a text
// Source: Nam et al. 2014, Large-scale Multi-label Text Classification: Revisiting Neural Networks
// About: Independent labels on logits
// Expected: none
[Network(1000, InputMeanSquare = 0.01)]
[Dense(512), ReLU]
[Dropout(0.5)]
[Dense(14)]
[BCEWithLogitsLoss]
public sealed partial class MultiLabelText;
