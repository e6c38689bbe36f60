using CommandCenter.Domain.Findings;

namespace CommandCenter.Domain.Tests.Findings;

public sealed class FindingTests : DeciderTest
{
    private static readonly RecordFinding Record = new(120, new("order"), "插队叫号未写明理由");
    private static readonly FindingRecorded Recorded = new(new("f1"), 120, new("order"), "插队叫号未写明理由");
    private static readonly FindingAnswered Answered = new(new("f1"), "已补记理由");

    private static History Finding(params IEvent[] events) => Given(new FindingDecider(), "f1", events);

    [Fact]
    public void Record_Once_IsKept() => Finding().When(Record).ThenEvents(Recorded);

    [Fact]
    public void Record_SameAgain_DoesNothing() => Finding(Recorded).When(Record).ThenNothing();

    [Fact]
    public void Record_OtherUnderTheSameId_IsRefused() =>
        Finding(Recorded).When(Record with { Entry = 121 }).ThenRejected(Rejections.FindingExists);

    [Fact]
    public void Record_ForAnUnknownGroup_IsRefused() =>
        Finding().When(Record with { Group = new("police") }).ThenRejected("not-found", "group");

    [Fact]
    public void Record_NoEntry_IsRefused() => Finding().When(Record with { Entry = 0 }).ThenRejected("out-of-range", "entry");

    [Fact]
    public void Answer_Recorded_IsKept() => Finding(Recorded).When(new AnswerFinding("已补记理由")).ThenEvents(Answered);

    [Fact]
    public void Answer_SameAgain_DoesNothing() => Finding(Recorded, Answered).When(new AnswerFinding("已补记理由")).ThenNothing();

    [Fact]
    public void Answer_OtherWords_IsRefused() =>
        Finding(Recorded, Answered).When(new AnswerFinding("没有此事")).ThenRejected(Rejections.FindingAnsweredAlready);

    [Fact]
    public void Answer_NothingRecorded_IsRefused() =>
        Finding().When(new AnswerFinding("已补记理由")).ThenRejected(Rejections.FindingUnknown);
}
