// Title: Twenty-two ReLU layers with Xavier's initialisation
// Source: He et al. 2015, Delving Deep into Rectifiers, section 2.2 and figure 2: the 22-layer model converges later
// About: Near the limit, not beyond it
// Expected: ACT3001
[Network(64)]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(64, Init = Initializer.Glorot), ReLU]
[Dense(10, Init = Initializer.Glorot)]
[CrossEntropyLoss]
public sealed partial class TwentyTwoLayersXavier;
