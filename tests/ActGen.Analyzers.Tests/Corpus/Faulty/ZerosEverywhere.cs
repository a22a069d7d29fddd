// Title: All weights zero, softmax inside
// Source: pullrequest.ru/11818227 (a copy of a Stack Overflow answer: a network with one hidden layer cannot be trained)
// About: Two mistakes: zeros in both layers, softmax as hidden activation
// Expected: ACT1001, ACT3002
[Network(784, InputMeanSquare = 0.1)]
[Dense(10, Init = Initializer.Zeros), Softmax]
[Dense(10, Init = Initializer.Zeros)]
[CrossEntropyLoss]
public sealed partial class ZerosEverywhere;
