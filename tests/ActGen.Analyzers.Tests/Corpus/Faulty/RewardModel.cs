// Title: Reward model without activations
// Source: "where use the relu fuction?", github.com/zai-org/ImageReward/issues/33
// About: Dropout between the layers, no nonlinearity
// Expected: ACT1002
[Network(768)]
[Dense(1024)]
[Dropout(0.2)]
[Dense(128)]
[Dropout(0.2)]
[Dense(64)]
[Dropout(0.1)]
[Dense(16)]
[Dense(1)]
[MSELoss]
public sealed partial class RewardModel;
