using System.Collections.Immutable;
using CommandCenter.Boards.Tickets;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Households;

/// <summary>
/// Topic <c>households</c>: the households that have come, in the order in which they came; what stands behind the counts of
/// the day. By number and masked name: the sheet of one household is <c>household:{id}</c>.
/// </summary>
/// <param name="Listed">Households of the list, whether they have come or not.</param>
/// <param name="Came">Those that have come.</param>
public sealed record HouseholdsBoard(int Listed, ImmutableArray<HouseholdRow> Came);

/// <summary>A household that has come.</summary>
/// <param name="Number">The number that people know.</param>
/// <param name="MaskedName">The head's name, masked.</param>
/// <param name="People">The people who came for it.</param>
/// <param name="CheckedInAt">When it checked in.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Ticket">The number of its ticket.</param>
/// <param name="StepName">The step that ticket stands in line for.</param>
/// <param name="Units">The flats it has taken.</param>
/// <param name="Declined">It chose none.</param>
/// <param name="DoneAt">When it was done.</param>
public sealed record HouseholdRow(
    string Number, string MaskedName, int People, DateTimeOffset CheckedInAt, HouseholdStage Stage, string? Ticket, Label? StepName,
    ImmutableArray<UnitId> Units, bool Declined, DateTimeOffset? DoneAt);
