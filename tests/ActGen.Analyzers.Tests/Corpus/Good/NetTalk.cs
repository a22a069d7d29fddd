// Title: NETtalk
// Source: Sejnowski & Rosenberg 1987, Parallel Networks that Learn to Pronounce English Text
// About: 203 letters in a window, 26 articulatory features that are on or off
// Expected: none
[Network(203)]
[Dense(80), Sigmoid]
[Dense(26)]
[BCEWithLogitsLoss]
public sealed partial class NetTalk;
