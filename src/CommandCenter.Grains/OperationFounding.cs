using CommandCenter.Domain;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Grains;

/// <summary>
/// Founds an operation from its plan and lists. The command ids follow from what is founded, so one that was
/// interrupted is finished by running it again, and one that is complete is left as it is.
/// </summary>
public static class OperationFounding
{
    // As many households at a time as a journal likes to commit together.
    private const int AtATime = 256;

    /// <summary>Sends what founds the operation, in a fixed order.</summary>
    /// <param name="host">The operation's grains.</param>
    /// <param name="operation">Its id.</param>
    /// <param name="mode">Live or drill.</param>
    /// <param name="plan">The plan to adopt.</param>
    /// <param name="planHash">SHA-256 of its canonical JSON, hex.</param>
    /// <param name="lists">Households and flats, with their hashes.</param>
    /// <param name="cancellationToken">Interrupts it; run it again to finish.</param>
    /// <returns>Null when the operation is founded; the first refusal otherwise, e.g. where it exists with another plan.</returns>
    public static async ValueTask<Rejection?> FoundAsync(
        IGrainHost host, OperationId operation, OperationMode mode, Plan plan, string planHash, AllocationLists lists,
        CancellationToken cancellationToken)
    {
        var create = new CreateOperation(
            operation, mode, plan, planHash, lists.Households.Length, lists.People, lists.HouseholdsHash, lists.Units.Length, lists.UnitsHash);
        var what = $"operation:{mode}:{planHash}:{lists.HouseholdsHash}:{lists.UnitsHash}";
        return await SendAsync(GrainAddress.Operation, create, what)
            ?? await RegisterAsync()
            ?? await SendAsync(GrainAddress.Inventory, new ListUnits(lists.Units), "units")
            ?? await SendAsync(GrainAddress.Draw, new FreezeDrawList([.. lists.Households.Select(static h => h.Id)]), "draw");

        async ValueTask<Rejection?> RegisterAsync()
        {
            foreach (var some in lists.Households.Chunk(AtATime))
            {
                var refusals = await Task.WhenAll(some.Select(h =>
                    SendAsync(GrainAddress.Of(h.Id), new RegisterHousehold(h), $"household:{h.Id}").AsTask()));
                if (Array.Find(refusals, static r => r is not null) is { } refusal)
                {
                    return refusal;
                }
            }

            return null;
        }

        async ValueTask<Rejection?> SendAsync(GrainAddress grain, ICommand command, string id)
        {
            var answer = await host.ExecuteAsync(new(grain, command, CommandIds.Setup(id), Actor.Setup), cancellationToken);
            return answer.Rejection;
        }
    }
}
