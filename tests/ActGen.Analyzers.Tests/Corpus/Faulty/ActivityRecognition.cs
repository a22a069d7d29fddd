// Title: Softmax before cross-entropy in activity recognition
// Source: "Bug in code", github.com/jindongwang/Deep-learning-activity-recognition/issues/10
// About: Six activities; the author agrees
// Expected: ACT2001
[Network(1664)]
[Dense(1000), ReLU]
[Dense(500), ReLU]
[Dense(6), Softmax]
[CrossEntropyLoss]
public sealed partial class ActivityRecognition;
