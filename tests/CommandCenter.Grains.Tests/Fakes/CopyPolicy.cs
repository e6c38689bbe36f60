using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Grains.Tests.Fakes;

/// <summary>A line <c>to:a,b:text</c> in one notebook is written to the others named, and may go on from there.</summary>
internal sealed class CopyPolicy : Policy<CaseNoted>
{
    protected override IEnumerable<Reaction> React(CaseNoted e, RecordedEvent recorded, Plan plan)
    {
        if (e.Text.Split(':', 3) is ["to", var keys, var text])
        {
            foreach (var key in keys.Split(','))
            {
                yield return new(new("case", key), new Write(text));
            }
        }
    }
}

/// <summary>A line <c>refuse</c> asks another notebook for something that is refused.</summary>
internal sealed class RefusedPolicy : Policy<CaseNoted>
{
    protected override IEnumerable<Reaction> React(CaseNoted e, RecordedEvent recorded, Plan plan)
    {
        if (e.Text == "refuse")
        {
            yield return new(new GrainAddress("case", "other"), new WriteUpTo(0, "never"));
        }
    }
}

/// <summary>A line <c>throw</c> makes it throw.</summary>
internal sealed class ThrowingPolicy : Policy<CaseNoted>
{
    protected override IEnumerable<Reaction> React(CaseNoted e, RecordedEvent recorded, Plan plan) =>
        e.Text == "throw" ? throw new InvalidOperationException("as asked") : [];
}
