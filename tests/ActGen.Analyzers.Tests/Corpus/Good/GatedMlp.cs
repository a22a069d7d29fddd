// Title: Gated linear units
// Source: Dauphin et al. 2017, Language Modeling with Gated Convolutional Networks
// About: Half of the units gate the others
// Expected: none
[Network(128)]
[Dense(512), GLU]
[Dense(256), GLU]
[Dense(100)]
[CrossEntropyLoss]
public sealed partial class GatedMlp;
