using CommandCenter.Domain.Cards;

namespace CommandCenter.Domain.Tests.Cards;

public sealed class CardTests : DeciderTest
{
    private static readonly WriteCard Write = new("新增人口按什么标准？", "每人二十平方米", new("c12"));
    private static readonly CardWritten Written = new(new("q1"), Write.Question, Write.Answer, Write.Clause);

    private static History Card(params IEvent[] events) => Given(new CardDecider(), "q1", events);

    [Fact]
    public void Write_Once_IsKept() => Card().When(Write).ThenEvents(Written);

    [Fact]
    public void Write_SameAgain_DoesNothing() => Card(Written).When(Write).ThenNothing();

    [Fact]
    public void Write_OtherUnderTheSameId_IsRefused() =>
        Card(Written).When(Write with { Answer = "另议" }).ThenRejected(Rejections.CardExists);

    [Fact]
    public void Write_ClauseThatWasNotPublished_IsRefused() =>
        Card().When(Write with { Clause = new("c99") }).ThenRejected("not-found", "clause");

    [Fact]
    public void Revise_AnotherAnswer_ChangesItWithTheReason()
    {
        var after = Card(Written)
            .When(new ReviseCard("每人三十五平方米", new("c12"), "标准更正"))
            .ThenEvents(new CardRevised(new("q1"), "每人三十五平方米", new("c12"), "标准更正"));

        after.History.When(new ReviseCard("每人三十五平方米", new("c12"), "再次")).ThenNothing();
    }

    [Fact]
    public void Revise_BeforeItIsWritten_IsRefused() =>
        Card().When(new ReviseCard("每人三十五平方米", new("c12"), "更正")).ThenRejected(Rejections.CardUnknown);
}
