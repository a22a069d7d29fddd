// Title: Actor of deterministic policy gradients
// Source: Lillicrap et al. 2016, Continuous control with deep reinforcement learning
// About: Actions lie in -1..1: tanh at the output, which starts near 0; no loss of its own
// Expected: none
[Network(17)]
[Dense(400), ReLU]
[Dense(300), ReLU]
[Dense(6, Init = Initializer.Uniform, InitScale = 0.003), Tanh]
public sealed partial class DdpgActor;
