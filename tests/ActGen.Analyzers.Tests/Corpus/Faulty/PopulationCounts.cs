// Title: ReLU behind a regression of counts
// Source: "Sometimes the initial solution predicts only zeros (due to RELU activation)", github.com/jvargasmu/population_estimation/issues/68
// About: No gradient emerges
// Expected: ACT1008
[Network(20)]
[Dense(128), ReLU]
[Dense(1), ReLU]
[L1Loss]
public sealed partial class PopulationCounts;
