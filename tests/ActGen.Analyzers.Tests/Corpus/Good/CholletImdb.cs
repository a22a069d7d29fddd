// Title: IMDB reviews
// Source: Chollet 2017, Deep Learning with Python, section 3.4
// About: 10,000 words, two small layers, one probability
// Expected: none
[Network(10000, InputMeanSquare = 0.02)]
[Dense(16), ReLU]
[Dense(16), ReLU]
[Dense(1), Sigmoid]
[BCELoss]
public sealed partial class CholletImdb;
