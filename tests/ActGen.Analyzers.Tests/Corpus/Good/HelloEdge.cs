// Title: Keyword spotting
// Source: Zhang et al. 2017, Hello Edge: Keyword Spotting on Microcontrollers (DNN)
// About: 250 speech features, three layers of 144, 12 keywords
// Expected: none
[Network(250)]
[Dense(144), ReLU]
[Dense(144), ReLU]
[Dense(144), ReLU]
[Dense(12)]
[CrossEntropyLoss]
public sealed partial class HelloEdge;
