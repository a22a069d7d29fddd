// Title: Ranking tower
// Source: Covington, Adams & Sargin 2016, Deep Neural Networks for YouTube Recommendations
// About: 1024, 512, 256 ReLU units and a weighted logistic output
// Expected: none
[Network(400)]
[Dense(1024), ReLU]
[Dense(512), ReLU]
[Dense(256), ReLU]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class RankingTower;
