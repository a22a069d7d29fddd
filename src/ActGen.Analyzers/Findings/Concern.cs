namespace ActGen.Analyzers.Findings;

/// <summary>What of a layer a finding is about. A mistake is reported once: of all findings about the same concern of the same layer
/// only the first rule's is, and rules stand in the order from special to general.</summary>
internal enum Concern
{
    /// <summary>Which function stands here, or is missing here.</summary>
    Function,

    /// <summary>What becomes of a state from step to step.</summary>
    Recurrence,

    /// <summary>How signal and gradient pass through a new network.</summary>
    Scale,

    /// <summary>Initial weights.</summary>
    Start,

    /// <summary>Whether there is a bias.</summary>
    Bias,

    /// <summary>Which labels count.</summary>
    Labels,

    /// <summary>What is dropped while training.</summary>
    Dropout,
}
