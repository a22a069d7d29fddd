// Title: Feed-forward part of T5 1.1
// Source: Raffel et al. 2020, Exploring the Limits of Transfer Learning; Shazeer 2020
// About: GEGLU with dropout inside
// Expected: none
[Network(512)]
[GEGLU(1024, Bias = false, Approximate = true)]
[Dropout(0.1)]
[Dense(512, Bias = false)]
public sealed partial class T5FeedForward;
