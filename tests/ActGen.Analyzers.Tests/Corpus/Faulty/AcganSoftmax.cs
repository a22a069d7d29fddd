// Title: NLL of softmax in a conditional GAN
// Source: "Change Softmax to LogSoftmax to use NLLLoss.", github.com/clvrai/ACGAN-PyTorch/pull/4
// About: Ten classes of the auxiliary classifier
// Expected: ACT2004
[Network(8192)]
[Dense(10), Softmax]
[NLLLoss]
public sealed partial class AcganSoftmax;
