using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Domain.Tests;

/// <summary>Nothing of the domain is left out of the lists that hosts work from.</summary>
public sealed partial class DecidersTests
{
    private static readonly Type[] Types = typeof(IDecider).Assembly.GetTypes();

    public static TheoryData<Type> Events => new(
        Types.Where(static t => t.IsClass && t.IsAssignableTo(typeof(IEvent))).OrderBy(static t => t.FullName, StringComparer.Ordinal));

    [Fact]
    public void All_HasEveryDecider_UnderItsKind()
    {
        var deciders = Types.Where(static t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IDecider)));

        Assert.Equal(deciders.ToHashSet(), Deciders.All.Values.Select(static d => d.GetType()).ToHashSet());
        Assert.All(Deciders.All, static d => Assert.Equal(d.Key, d.Value.Kind));
    }

    [Fact]
    public void AllPolicies_HasEveryPolicy_UnderANameOfItsOwn()
    {
        var policies = Types.Where(static t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPolicy)));

        Assert.Equal(policies.Order(ByName), AllPolicies.List.Select(static p => p.GetType()).Order(ByName));
        Assert.Equal(AllPolicies.List.Count, AllPolicies.List.Select(static p => p.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_HasAStoredName_AndIsEvolvedByTheDeciderOfItsFamilyAlone(Type type)
    {
        Assert.Matches(StoredName(), type.GetCustomAttribute<StoredAttribute>()?.Name);
        var e = (IEvent)RuntimeHelpers.GetUninitializedObject(type);

        var knowing = Deciders.All.Values.Where(d => Knows(d, e)).Select(static d => d.GetType().Namespace);

        Assert.Equal([type.Namespace], knowing);
    }

    [Fact]
    public void StoredNames_AreEachUsedOnce()
    {
        var names = Types.Select(static t => t.GetCustomAttribute<StoredAttribute>()?.Name).OfType<string>().ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Kinds_AreWellFormed() => Assert.All(Deciders.All.Keys, static kind => Assert.True(IdSyntax.IsValid(kind)));

    // An event without content may well break a decider that knows it; only not knowing it counts here.
    private static bool Knows(IDecider decider, IEvent e)
    {
        try
        {
            decider.Evolve(decider.Initial("k1"), e);
            return true;
        }
        catch (UnknownEventException)
        {
            return false;
        }
        catch (Exception x) when (x is NullReferenceException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            return true;
        }
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create(static (a, b) => string.CompareOrdinal(a.Name, b.Name));

    [GeneratedRegex(@"^[a-z]+\.[a-z]+(-[a-z]+)*\.v[1-9]$")]
    private static partial Regex StoredName();
}
