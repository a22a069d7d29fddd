// Title: Q-network of CartPole
// Source: pytorch.org, Reinforcement Learning (DQN) Tutorial
// About: Four numbers to two action values
// Expected: none
[Network(4)]
[Dense(128), ReLU]
[Dense(128), ReLU]
[Dense(2)]
[SmoothL1Loss]
public sealed partial class CartPoleQ;
