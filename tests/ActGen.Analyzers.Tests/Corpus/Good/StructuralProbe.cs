// Title: Hidden-layer probe with a low rank
// Source: Hewitt & Liang 2019, Designing and Interpreting Probes with Control Tasks
// About: One ReLU layer between
// Expected: none
[Network(1024)]
[Dense(100), ReLU]
[Dense(45)]
[CrossEntropyLoss]
public sealed partial class StructuralProbe;
