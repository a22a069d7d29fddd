// Title: Rectifier before log-softmax
// Source: "Remove rectifier before softmax", github.com/pytorch/examples/pull/117
// About: "A very unusual thing to do"; the scores of a wrong class stop at 0
// Expected: ACT1009
[Network(320)]
[Dense(50), ReLU]
[Dropout(0.5)]
[Dense(10), ReLU]
[CrossEntropyLoss]
public sealed partial class RectifierBeforeSoftmax;
