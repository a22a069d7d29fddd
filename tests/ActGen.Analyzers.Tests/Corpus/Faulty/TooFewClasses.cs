// Title: A class more than the network has
// Source: "Assertion `t >= 0 && t < n_classes` failed RuntimeError: CUDA error: device-side assert triggered", github.com/milesial/Pytorch-UNet/issues/258
// About: Background was not counted
// Expected: ACT4006
public static class TooFewClasses
{
    public static float Loss()
    {
        float[] logits = [0.2f, 0.5f, 0.1f, 1f, 0f, 2f];
        int[] labels = [2, 3];
        return Losses.CrossEntropy(logits, labels);
    }
}
