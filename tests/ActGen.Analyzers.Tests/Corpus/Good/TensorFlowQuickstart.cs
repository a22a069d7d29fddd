// Title: TensorFlow's quick start
// Source: tensorflow.org, TensorFlow 2 quickstart for beginners
// About: Logits and a loss with from_logits=True
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(128), ReLU]
[Dropout(0.2)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class TensorFlowQuickstart;
