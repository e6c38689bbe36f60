using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests.Cases;

/// <summary>A simple complaint at the reception, due 17:00, and a complex request, due the next morning.</summary>
public abstract class CaseTest : DeciderTest
{
    protected static readonly CaseId C1 = new("c1");
    protected static readonly PostId Reception = new("reception");

    protected static readonly CaseRegistered Simple = new(
        C1, CaseCategory.Complaint, CaseChannel.Reception, new("h017"), "等候太久", CaseKind.Simple, Reception, At(17, 0));

    protected static readonly CaseRegistered Complex = Simple with { Kind = CaseKind.Complex, Due = At(10, 0).AddDays(1) };

    protected static readonly CaseAnswered Answered = new(C1, "已加开窗口", new("c12"));

    protected static History Case(params IEvent[] events) => Given(new CaseDecider(), "c1", events);
}
