// Title: No input shape
// Source: "ValueError: This model has not yet been built. ...", github.com/keras-team/keras/issues/14230
// About: The first layer cannot know its weights
// Expected: ACT0003
[Network]
[Dense(128), ReLU]
[Dropout(0.2)]
[Dense(31)]
[CrossEntropyLoss]
public sealed partial class InputShapeMissing;
