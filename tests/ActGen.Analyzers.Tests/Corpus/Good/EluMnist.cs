// Title: ELU network
// Source: Clevert, Unterthiner & Hochreiter 2016, Fast and Accurate Deep Network Learning by Exponential Linear Units, section 4.1
// About: Eight layers of 128 units, He initialisation
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(128, Init = Initializer.He), ELU]
[Dense(128, Init = Initializer.He), ELU]
[Dense(128, Init = Initializer.He), ELU]
[Dense(128, Init = Initializer.He), ELU]
[Dense(128, Init = Initializer.He), ELU]
[Dense(128, Init = Initializer.He), ELU]
[Dense(128, Init = Initializer.He), ELU]
[Dense(128, Init = Initializer.He), ELU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class EluMnist;
