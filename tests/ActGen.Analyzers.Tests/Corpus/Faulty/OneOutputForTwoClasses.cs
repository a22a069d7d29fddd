// Title: Categorical cross-entropy over one output
// Source: "Confused with binary cross-entropy vs categorical cross-entropy", stats.stackexchange.com/questions/565956
// About: Minimised by p = 1 whatever the input
// Expected: ACT0008
[Network(50)]
[Dense(256), Tanh]
[Dense(1)]
[CrossEntropyLoss]
public sealed partial class OneOutputForTwoClasses;
