// Title: Policy head of AlphaGo Zero
// Source: Silver et al. 2017, Mastering the game of Go without human knowledge
// About: 362 moves; soft targets from the search
// Expected: none
[Network(722)]
[Dense(362)]
[CrossEntropyLoss]
public sealed partial class AlphaZeroPolicy;
