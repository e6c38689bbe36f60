using CommandCenter.Domain.Plans;

namespace CommandCenter.Plans;

/// <summary>One thing that is wrong in a plan folder or scenario.</summary>
/// <param name="Place">Where.</param>
/// <param name="Reason">What is wrong and what would be right, one sentence in each language. Never an identity card number.</param>
public sealed record Fault(Place Place, Label Reason)
{
    /// <summary>Place and both sentences, on one line.</summary>
    public override string ToString() => $"{Place}: {Reason.Zh} {Reason.En}";
}
