// Title: Several small sigmoid layers
// Source: "Neural Network Architecture Design", stackoverflow.com/questions/20009078
// About: "With more than, say, two hidden layers, this can become a serious problem"
// Expected: ACT1005
[Network(10)]
[Dense(20), Sigmoid]
[Dense(20), Sigmoid]
[Dense(20), Sigmoid]
[Dense(20), Sigmoid]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class ManySigmoidHiddenLayers;
