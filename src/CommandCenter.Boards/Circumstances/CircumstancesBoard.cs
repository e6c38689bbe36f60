using System.Collections.Immutable;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Circumstances;

/// <summary>Topic <c>circumstances</c>: what the lists say of households that needs a decision of its own, by category and household number.</summary>
public sealed record CircumstancesBoard(ImmutableArray<Circumstance> Circumstances);

/// <summary>What the list, or what was chosen, says of a household.</summary>
/// <param name="Category">Second-child quota, added members or price difference.</param>
/// <param name="People">The members it is about; absent for a price difference.</param>
/// <param name="Area">The area that follows from it, m²; absent for a price difference.</param>
/// <param name="Amount">Yuan to pay, negative: to get back. Of the flats chosen, or as carried from the demolition agreement before that.</param>
/// <param name="Clause">The clause it rests on.</param>
/// <param name="Citation">How that clause is cited.</param>
public sealed record ListedCircumstance(CaseCategory Category, int? People, decimal? Area, decimal? Amount, ClauseId Clause, string? Citation);

/// <summary>A special circumstance of a household, and the matter in which it is settled.</summary>
public sealed record Circumstance
{
    /// <summary>What is listed.</summary>
    public required ListedCircumstance Listed { get; init; }

    /// <summary>The household.</summary>
    public required HouseholdId Household { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>The id of the matter, registered or not.</summary>
    public required CaseId Case { get; init; }

    /// <summary>How far the matter is.</summary>
    public required CircumstanceStanding Standing { get; init; }

    /// <summary>The post that answers for it, once registered.</summary>
    public Who? Responsible { get; init; }

    /// <summary>When its answer is due, while open.</summary>
    public DateTimeOffset? Due { get; init; }
}

/// <summary>How far the matter of a circumstance is.</summary>
public enum CircumstanceStanding
{
    /// <summary>Not yet in the ledger.</summary>
    Unregistered,

    /// <summary>In the ledger, without an answer.</summary>
    Open,

    /// <summary>Beyond its time.</summary>
    Overdue,

    /// <summary>Answered.</summary>
    Answered,
}
