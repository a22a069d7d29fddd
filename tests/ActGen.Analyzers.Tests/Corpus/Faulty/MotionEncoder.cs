// Title: Motion encoder of five linear layers
// Source: "The equivalent code of multi-layer MLP and One-layer Linear in class Encoder", github.com/wyhsirius/LIA/issues/11
// About: 512 to 512 four times, then 20
// Expected: ACT1002
[Network(512)]
[Dense(512)]
[Dense(512)]
[Dense(512)]
[Dense(512)]
[Dense(20)]
[MSELoss]
public sealed partial class MotionEncoder;
