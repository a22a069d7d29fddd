// Title: Share to keep given as share to drop
// Source: "Mistake in examples\3_NeuralNetworks\convolutional_network.py about "dropout"", github.com/aymericdamien/TensorFlow-Examples/issues/205; also hunkim/DeepLearningZeroToAll issue 122
// About: 0.75 was meant as the share that stays
// Expected: ACT3004
[Network(3136)]
[Dense(1024), ReLU]
[Dropout(0.75)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class KeepProbability;
