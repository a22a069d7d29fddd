namespace ActGen.Peers;

// The networks of docs/benchmarks.md, as a user declares them.
[Network(4)]
[Dense(16), ReLU]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class Network4X16X3;

[Network(64)]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class Network64X64X10;

[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class Network784X128X10;

[Network(784)]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class Network784X512X512X10;

[Network(1, 28, 28)]
[Conv2D(8, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(16, 3), ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class ConvolutionalNetwork;

[Network(1, 16)]
[LSTM(16)]
[MSELoss]
internal sealed partial class NetworkLSTM16;

[Network(16, 16)]
[LSTM(32)]
[Dense(4)]
[CrossEntropyLoss]
internal sealed partial class NetworkLSTM32X4;
