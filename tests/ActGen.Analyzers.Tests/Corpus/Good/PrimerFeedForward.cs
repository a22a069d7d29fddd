// Title: Feed-forward part of Primer
// Source: So et al. 2021, Primer: Searching for Efficient Transformers for Language Modeling
// About: Squared ReLU
// Expected: none
[Network(512)]
[Dense(2048), SquaredReLU]
[Dense(512)]
public sealed partial class PrimerFeedForward;
