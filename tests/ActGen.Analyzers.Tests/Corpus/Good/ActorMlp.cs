// Title: Actor of policy-gradient methods
// Source: Schulman et al. 2017, Proximal Policy Optimization; openai/spinningup, mlp_actor_critic
// About: Two tanh layers of 64
// Expected: none
[Network(17)]
[Dense(64), Tanh]
[Dense(64), Tanh]
[Dense(6)]
public sealed partial class ActorMlp;
