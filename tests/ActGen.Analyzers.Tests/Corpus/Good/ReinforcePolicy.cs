// Title: Policy of REINFORCE
// Source: pytorch/examples, reinforcement_learning/reinforce.py; Williams 1992
// About: Logits of actions; the softmax is the loss's. Dropout of 0.6 as its authors have it
// Expected: none
[Network(4)]
[Dense(128)]
[Dropout(0.6)]
[ReLU]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class ReinforcePolicy;
