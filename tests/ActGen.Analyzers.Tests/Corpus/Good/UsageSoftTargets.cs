// Title: Distillation by hand
// Source: Hinton, Vinyals & Dean 2015, Distilling the Knowledge in a Neural Network
// About: Softmax of the teacher are targets, the student's logits stay logits
// Expected: none
public static class UsageSoftTargets
{
    public static float Loss(ReadOnlySpan<float> teacherLogits, ReadOnlySpan<float> studentLogits, Span<float> gradient)
    {
        float[] targets = new float[teacherLogits.Length];
        Activations.Softmax(teacherLogits, targets, rowLength: 10);
        return Losses.CrossEntropy(studentLogits, targets, classes: 10, gradient);
    }
}
