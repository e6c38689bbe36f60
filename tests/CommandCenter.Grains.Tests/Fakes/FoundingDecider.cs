using CommandCenter.Domain;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Grains.Tests.Fakes;

/// <summary>Is founded once, whatever kind it is; without the rules of that kind.</summary>
internal sealed class FoundingDecider(string kind) : Decider<object>
{
    private static readonly object Empty = new();

    public override string Kind => kind;

    public static IReadOnlyDictionary<string, IDecider> Set { get; } =
        ((string[])["operation", "household", "inventory", "draw"]).ToDictionary(static k => k, static IDecider (k) => new FoundingDecider(k));

    public override object Initial(string key) => Empty;

    public override Decision Decide(object state, ICommand command, in DecisionContext context)
    {
        if (state != Empty)
        {
            return Rejections.OperationExists;
        }

        return command switch
        {
            CreateOperation c => Decision.Accept(new OperationCreated(c.Operation, c.Mode), new PlanAdopted(c.Plan, c.PlanHash)),
            RegisterHousehold c => Decision.Accept(new HouseholdRegistered(c.Entry)),
            ListUnits c => Decision.Accept(new UnitsListed(c.Units)),
            FreezeDrawList c => Decision.Accept(new DrawListFrozen(c.Households)),
            _ => Rejections.UnknownCommand,
        };
    }

    public override object Evolve(object state, IEvent @event) => @event;
}
