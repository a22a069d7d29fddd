// Title: TensorFlow Playground
// Source: tensorflow/playground, state.ts (default network)
// About: Two features, layers of four and two tanh units, tanh output against labels of -1 and 1
// Expected: none
[Network(2)]
[Dense(4), Tanh]
[Dense(2), Tanh]
[Dense(1), Tanh]
[MSELoss]
public sealed partial class Playground;
