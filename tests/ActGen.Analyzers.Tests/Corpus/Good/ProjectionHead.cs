// Title: Projection head of SimCLR
// Source: Chen et al. 2020, A Simple Framework for Contrastive Learning of Visual Representations
// About: Its contrastive loss lies outside
// Expected: none
[Network(2048)]
[Dense(2048), ReLU]
[Dense(128)]
public sealed partial class ProjectionHead;
