// Title: Several labels in a course
// Source: "Bug fix for MultiClassClassification", github.com/PacktPublishing/PyTorch-Ultimate-2023---From-Basics-to-Cutting-Edge/pull/3 (comment on the multi-label chapter)
// About: The output already is a sigmoid
// Expected: ACT2002
[Network(10)]
[Dense(20), ReLU]
[Dense(3), Sigmoid]
[BCEWithLogitsLoss]
public sealed partial class MultiLabelCourse;
