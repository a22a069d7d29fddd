// Title: Keras' Reuters perceptron
// Source: keras-team/keras, examples/reuters_mlp.py
// About: Bag of 1,000 words to 46 topics
// Expected: none
[Network(1000, InputMeanSquare = 0.05)]
[Dense(512), ReLU]
[Dropout(0.5)]
[Dense(46)]
[CrossEntropyLoss]
public sealed partial class KerasReutersMlp;
