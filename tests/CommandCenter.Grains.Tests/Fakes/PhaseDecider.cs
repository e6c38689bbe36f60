using CommandCenter.Domain;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Grains.Tests.Fakes;

/// <summary>The operation as far as the host knows it: phases, without the rules that guard them.</summary>
internal sealed class PhaseDecider : Decider<OperationFrame>
{
    public override string Kind => "operation";

    public override OperationFrame Initial(string key) => OperationFrame.Empty;

    public override Decision Decide(OperationFrame state, ICommand command, in DecisionContext context) => command switch
    {
        CreateOperation c => Decision.Accept(new OperationCreated(c.Operation, c.Mode), new PlanAdopted(c.Plan, c.PlanHash)),
        SuspendOperation c => Decision.Accept(new OperationSuspended(c.Sentence, context.Actor)),
        ResumeOperation => Decision.Accept(new OperationResumed()),
        _ => Rejections.UnknownCommand,
    };

    public override OperationFrame Evolve(OperationFrame state, IEvent @event) => state.Apply(@event);
}
