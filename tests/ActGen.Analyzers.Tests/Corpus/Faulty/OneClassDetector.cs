// Title: Detector of one class
// Source: "one class training", github.com/ultralytics/yolov3/issues/191
// About: The classification loss is always 0
// Expected: ACT0008
[Network(1024)]
[Dense(1)]
[CrossEntropyLoss]
public sealed partial class OneClassDetector;
