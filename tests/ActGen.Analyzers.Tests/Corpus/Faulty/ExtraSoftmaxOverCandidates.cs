// Title: Extra softmax over candidates
// Source: "Removes erroneous extra softmax", github.com/bowang-lab/Transformer-GCN-QA/pull/32
// About: Smoothed the logits, a smaller gradient
// Expected: ACT2001
[Network(512)]
[Dense(128), ReLU]
[Dropout(0.3)]
[Dense(25), Softmax]
[CrossEntropyLoss]
public sealed partial class ExtraSoftmaxOverCandidates;
