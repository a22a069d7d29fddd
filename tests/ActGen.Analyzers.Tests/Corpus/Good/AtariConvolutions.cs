// Title: Deep Q-network
// Source: Mnih et al. 2015, Human-level control through deep reinforcement learning, methods
// About: Large strides over four frames, one value for each action
// Expected: none
[Network(4, 84, 84)]
[Conv2D(32, 8, Stride = 4), ReLU]
[Conv2D(64, 4, Stride = 2), ReLU]
[Conv2D(64, 3), ReLU]
[Flatten]
[Dense(512), ReLU]
[Dense(6)]
[HuberLoss]
public sealed partial class AtariConvolutions;
