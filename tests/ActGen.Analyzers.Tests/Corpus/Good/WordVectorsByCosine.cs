// Title: Vectors compared by their angle
// Source: Reimers & Gurevych 2019, Sentence-BERT (cosine objective)
// About: Cosine similarity to a given vector
// Expected: none
[Network(300)]
[Dense(128), Tanh]
[Dense(64)]
[CosineSimilarityLoss]
public sealed partial class WordVectorsByCosine;
