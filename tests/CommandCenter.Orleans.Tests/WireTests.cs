using System.Collections.Immutable;
using System.Text.Json;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains;
using CommandCenter.Journal;
using CommandCenter.Orleans.Grains;
using CommandCenter.Orleans.Messages;

namespace CommandCenter.Orleans.Tests;

/// <summary>What goes from silo to silo comes out as it went in.</summary>
public sealed class WireTests
{
    public static TheoryData<string> Commands => [.. WireJson.Commands.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Request_OfEachCommandOfTheDomain_IsReadAsItWasWritten(string name)
    {
        var command = (ICommand)Sample(WireJson.Commands[name]);
        var envelope = new CommandEnvelope(GrainAddress.Parse("case/c-1"), command, new("commander:k-1"), Actor.Of(new("commander")), 7);

        var read = GrainRequest.Of(envelope).Envelope();

        Assert.Equal(envelope with { Command = read.Command }, read);
        Assert.IsType(command.GetType(), read.Command);
        Assert.Equal(Text(command), Text(read.Command));
    }

    [Fact]
    public void Request_OfAnUnknownCommand_IsRefusedAndNothingElse()
    {
        var request = GrainRequest.Of(new(GrainAddress.Parse("case/c-1"), new MeetDeadline("x", DateTimeOffset.UnixEpoch), new("k"), Actor.Deadline));

        Assert.Throws<JsonException>(() => new GrainRequest
        {
            Grain = request.Grain, Name = "NoSuchCommand", Command = request.Command, CommandId = request.CommandId, Actor = request.Actor, Causation = 0,
        }.Envelope());
    }

    [Fact]
    public void Reply_OfARefusal_KeepsEverySentence()
    {
        var refused = new CommandAnswer(GrainAddress.Parse("window/w1"), [], Rejections.NotFound.For("grain", "window/w1"), Repeated: true);

        Assert.Equal(refused.Rejection, GrainReply.Of(refused).Answer(new("sample")).Rejection);
        Assert.True(GrainReply.Of(refused).Answer(new("sample")).Repeated);
    }

    [Theory]
    [InlineData(typeof(JournalUnavailableException))]
    [InlineData(typeof(GrainBusyException))]
    [InlineData(typeof(OperationStoppedException))]
    public void Reply_OfWhatWasThrown_ThrowsTheSameWhereItWasAsked(Type thrown)
    {
        Exception e = thrown == typeof(JournalUnavailableException) ? new JournalUnavailableException("away")
            : thrown == typeof(GrainBusyException) ? new GrainBusyException(GrainAddress.Parse("case/c-1"), 20, new JournalConflictException("overtaken"))
            : new OperationStoppedException(new("sample"), "entry 7");

        Assert.IsType(thrown, Record.Exception(() => GrainReply.Of(e, "case/c-1")!.Answer(new("sample"))));
    }

    [Fact]
    public void Grains_EachKindOfTheDomain_HasOne() =>
        Assert.Equal(Deciders.All.Keys.Order(StringComparer.Ordinal), GrainTable.Kinds.Order(StringComparer.Ordinal));

    private static string Text(ICommand command) => JsonSerializer.Serialize(command, command.GetType(), WireJson.Options);

    // Something in every member, so that none can get lost unseen.
    private static object Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Sample(inner);
        if (type == typeof(string)) return "会 x";
        if (type == typeof(bool)) return true;
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.FromHours(8));
        if (type == typeof(TimeOnly)) return new TimeOnly(9, 30);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 5, 6);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(3, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))) return Activator.CreateInstance(type, "a-1")!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Many(type.GetGenericArguments()[0]);
        var constructor = type.GetConstructors().MaxBy(static c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(static p => Sample(p.ParameterType))]);
    }

    private static object Many(Type item)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(Sample(item), 0);
        return typeof(ImmutableArray).GetMethods().Single(static m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
