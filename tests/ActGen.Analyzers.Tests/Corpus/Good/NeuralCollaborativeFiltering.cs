// Title: Tower of neural collaborative filtering
// Source: He et al. 2017, Neural Collaborative Filtering
// About: User and item vectors side by side; each layer half as wide
// Expected: none
[Network(128)]
[Dense(64), ReLU]
[Dense(32), ReLU]
[Dense(16), ReLU]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class NeuralCollaborativeFiltering;
