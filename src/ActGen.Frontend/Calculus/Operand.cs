namespace ActGen.Frontend.Calculus;

/// <summary>What the backward pass of an activation reads; the values mirror <c>ActGen.ActivationOperand</c>.</summary>
internal enum Operand
{
    /// <summary>Nothing: the derivative is 1.</summary>
    None = 0,

    /// <summary>The output y.</summary>
    Output = 1,

    /// <summary>d = f′(x), computed by the training forward pass.</summary>
    Derivative = 2,

    /// <summary>The input x.</summary>
    Input = 3,
}
