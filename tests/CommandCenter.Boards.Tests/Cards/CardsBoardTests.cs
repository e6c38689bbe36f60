using CommandCenter.Boards.Cards;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Cards;
using CommandCenter.Domain.Cases;

namespace CommandCenter.Boards.Tests.Cards;

public sealed class CardsBoardTests
{
    private static readonly CardWritten Card = new(new("q1"), "新增人口按什么标准？", "每人二十平方米", new("c16"));

    [Fact]
    public void Cards_UsedMost_StandFirst()
    {
        var story = Story.Founded().Tell(Card, new CardWritten(new("q2"), "差价怎么算？", "按面积", new("c20")))
            .Tell(Registered("c1"), Answered("c1", "按面积", "c20"), new CaseCardCited(new("c1"), new("q2")));

        Assert.Equal([("q2", 1), ("q1", 0)], story.Read<CardsBoard>("cards").Cards.Select(static c => (c.Card.Value, c.Used)));
        Assert.Empty(story.Read<CardsBoard>("cards").Differing);
    }

    [Fact]
    public void Differing_CaseAnsweredOtherwiseThanItsCard_IsShownWithBothAnswers()
    {
        var story = Story.Founded().Tell(Card, Registered("c1"), Answered("c1", "每人三十五平方米", "c12"), new CaseCardCited(new("c1"), new("q1")));

        var differing = Assert.Single(story.Read<CardsBoard>("cards").Differing);
        Assert.Equal("新增人口按什么标准？", differing.Question);
        Assert.Equal([("每人二十平方米", 0), ("每人三十五平方米", 1)], differing.Answers.Select(static a => (a.Text, a.Cases.Length)));
    }

    [Fact]
    public void Differing_SameQuestionOnTwoCards_IsFoundWhateverItsMarks()
    {
        var story = Story.Founded().Tell(Card, new CardWritten(new("q2"), "新增人口 按什么标准?", "不增加", new("c16")));

        Assert.Single(story.Read<CardsBoard>("cards").Differing);
    }

    [Fact]
    public void Differing_AfterTheCaseIsAnsweredLikeItsCard_IsGone()
    {
        var story = Story.Founded()
            .Tell(Card, Registered("c1"), Answered("c1", "另议", "c12"), new CaseCardCited(new("c1"), new("q1")))
            .Tell(new CaseReopened(new("c1"), "答复不一致", 1, SmallHall.At(17, 0)));
        Assert.Empty(story.Read<CardsBoard>("cards").Differing);

        story.Tell(Answered("c1", Card.Answer, "c16"), new CaseCardCited(new("c1"), new("q1")));
        Assert.Empty(story.Read<CardsBoard>("cards").Differing);
    }

    [Fact]
    public void Revised_AnswerGivenBefore_StaysAndDiffers()
    {
        var story = Story.Founded()
            .Tell(Card, Registered("c1"), Answered("c1", Card.Answer, "c16"), new CaseCardCited(new("c1"), new("q1")))
            .Tell(new CardRevised(new("q1"), "每人三十五平方米", new("c12"), "更正"));

        var differing = Assert.Single(story.Read<CardsBoard>("cards").Differing);
        Assert.Equal(["每人三十五平方米", "每人二十平方米"], differing.Answers.Select(static a => a.Text));
        Assert.Equal(1, story.Read<CardsBoard>("cards").Cards[0].Revised);
    }

    private static CaseRegistered Registered(string id) => new(
        new(id), CaseCategory.AddedMember, CaseChannel.Window, Line.H(2), "问题", CaseKind.Simple, new("reception"), SmallHall.At(17, 0));

    private static CaseAnswered Answered(string id, string text, string clause) => new(new(id), text, new(clause));
}
