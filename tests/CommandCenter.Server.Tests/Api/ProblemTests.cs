using CommandCenter.Domain;
using CommandCenter.Server.Api;

namespace CommandCenter.Server.Tests.Api;

public sealed class ProblemTests
{
    [Fact]
    public void Problems_EachOne_HasACodeOfItsOwnAndBothSentences()
    {
        Assert.True(Problem.All.Count > 15);
        Assert.All(Problem.All.Values, static problem =>
        {
            var (code, chinese, english) = (problem.Refusal.Code, problem.Refusal.Chinese, problem.Refusal.English);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", code);
            Assert.True(chinese.EndsWith('。') && english.EndsWith('.'), code);
            Assert.Contains(chinese, static c => c >= '一');
            Assert.True(!Rejections.All.ContainsKey(code) || problem.Refusal == Rejections.All[code], $"{code} means something else for a grain.");
        });
    }

    [Fact]
    public void Rejection_ByItsKind_IsInputOrConflict()
    {
        Assert.Equal(422, Problem.Of(Rejections.Required).Status);
        Assert.Equal(409, Problem.Of(Rejections.WindowPausedNow).Status);
    }
}
