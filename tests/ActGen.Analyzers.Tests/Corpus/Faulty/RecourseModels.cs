// Title: Softmax over two classes with binary cross-entropy
// Source: "The mlmodels are using Softmax with BCELoss.", github.com/carla-recourse/CARLA/issues/117
// About: Equal to the right pair for one-hot targets, advice only
// Expected: ACT2006
[Network(20)]
[Dense(18), ReLU]
[Dense(9), ReLU]
[Dense(3), ReLU]
[Dense(2), Softmax]
[BCELoss]
public sealed partial class RecourseModels;
