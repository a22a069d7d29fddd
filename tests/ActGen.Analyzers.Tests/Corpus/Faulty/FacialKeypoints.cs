// Title: Facial keypoints without activations, Adam with 0.1
// Source: FacialKeypointsDetection, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/GitHub/Buggy Model)
// About: Two mistakes: three affine layers that are one, and a hundred times the usual learning rate
// Expected: ACT1002, ACT4007
[Network(9216, InputMeanSquare = 0.3)]
[Dense(50)]
[Dense(100)]
[Dense(30)]
[MSELoss]
public sealed partial class FacialKeypoints
{
    public static void Train(FacialKeypoints network, Dataset train, Dataset validation) =>
        network.Fit(train, validation, new FitOptions { Optimizer = new Adam(0.1), Epochs = 100 });
}
