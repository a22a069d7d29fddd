// Title: Logarithm of a sigmoid
// Source: "about the 'NAN’ loss during training", github.com/xiangwang1223/neural_graph_collaborative_filtering/issues/43
// About: "tf.log results in inf"
// Expected: ACT4004
public static class LogOfSigmoid
{
    public static float PairLoss(float positive, float negative) => -Functions.Log(Functions.Sigmoid(positive - negative));
}
