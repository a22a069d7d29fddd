// Title: Critic of policy-gradient methods
// Source: Schulman et al. 2017, Proximal Policy Optimization; openai/baselines
// About: The value of a state, orthogonal initialisation
// Expected: none
[Network(17)]
[Dense(64, Init = Initializer.Orthogonal), Tanh]
[Dense(64, Init = Initializer.Orthogonal), Tanh]
[Dense(1)]
[MSELoss]
public sealed partial class CriticMlp;
