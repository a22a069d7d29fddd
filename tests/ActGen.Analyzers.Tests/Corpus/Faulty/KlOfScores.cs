// Title: Divergence of a teacher's list
// Source: "typo in KLDivTeacherList?", github.com/sebastian-hofstaetter/matchmaker/issues/18
// About: scores.softmax(-1) against labels.softmax(-1)
// Expected: ACT2010
[Network(768)]
[Dense(32), Softmax]
[KLDivLoss(BatchMean = true)]
public sealed partial class KlOfScores;
