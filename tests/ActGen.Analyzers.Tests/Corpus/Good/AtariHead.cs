// Title: Head of the deep Q-network
// Source: Mnih et al. 2015, Human-level control through deep reinforcement learning
// About: Action values, robust loss
// Expected: none
[Network(3136)]
[Dense(512), ReLU]
[Dense(18)]
[HuberLoss]
public sealed partial class AtariHead;
