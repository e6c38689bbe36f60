using System.Collections.Immutable;
using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;

namespace CommandCenter.Server.Api;

/// <summary>One command that may be given from outside.</summary>
/// <param name="Collection">The first part of its path, e.g. <c>windows</c>.</param>
/// <param name="Name">The last part, e.g. <c>call-next</c>.</param>
/// <param name="Address">The grain that it is for, from the id in the path; null where the collection has no such id.</param>
/// <param name="FixedId">The only id of the collection, e.g. <c>self</c>; null where there are many.</param>
/// <param name="Body">What the JSON body holds: the command itself, or what it is made of; null for a command without any.</param>
/// <param name="Make">Makes the command of the body and the acting post.</param>
/// <param name="Grants">Who may give it.</param>
/// <param name="Summary">One line for the API description.</param>
public sealed record CatalogEntry(
    string Collection, string Name, Func<string, GrainAddress> Address, string? FixedId, Type? Body,
    Func<object?, Post, ICommand> Make, ImmutableArray<Grant> Grants, string Summary)
{
    /// <summary>
    /// What the boards must say first, where a command names something of another grain, which its own grain cannot see; null
    /// where there is nothing of the kind.
    /// </summary>
    public Func<BoardSet, ICommand, Rejection?>? Check { get; init; }

    /// <summary>The path below the operation, with <c>{id}</c> where it is not fixed.</summary>
    public string Path => $"{Collection}/{FixedId ?? "{id}"}/{Name}";
}

/// <summary>An order to a group as clients give it. Assignment: chosen by the client, or left out.</summary>
public sealed record AssignmentOrder(string Text, DateTimeOffset Due, IncidentId? Incident, AssignmentId? Assignment);
