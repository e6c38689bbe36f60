using CommandCenter.Orleans.Silos;

namespace CommandCenter.Orleans.Grains;

/// <summary>The operation itself.</summary>
[Alias("cc.operation")]
public interface IOperationGrain : IDecidingGrain;

/// <inheritdoc cref="IOperationGrain"/>
internal sealed class OperationGrain(LocalHosts hosts) : DecidingGrain(hosts), IOperationGrain;

/// <summary>A household.</summary>
[Alias("cc.household")]
public interface IHouseholdGrain : IDecidingGrain;

/// <inheritdoc cref="IHouseholdGrain"/>
internal sealed class HouseholdGrain(LocalHosts hosts) : DecidingGrain(hosts), IHouseholdGrain;

/// <summary>The queue of a step.</summary>
[Alias("cc.queue")]
public interface IQueueGrain : IDecidingGrain;

/// <inheritdoc cref="IQueueGrain"/>
internal sealed class QueueGrain(LocalHosts hosts) : DecidingGrain(hosts), IQueueGrain;

/// <summary>A window.</summary>
[Alias("cc.window")]
public interface IWindowGrain : IDecidingGrain;

/// <inheritdoc cref="IWindowGrain"/>
internal sealed class WindowGrain(LocalHosts hosts) : DecidingGrain(hosts), IWindowGrain;

/// <summary>All flats.</summary>
[Alias("cc.inventory")]
public interface IInventoryGrain : IDecidingGrain;

/// <inheritdoc cref="IInventoryGrain"/>
internal sealed class InventoryGrain(LocalHosts hosts) : DecidingGrain(hosts), IInventoryGrain;

/// <summary>The order of selection.</summary>
[Alias("cc.draw")]
public interface IDrawGrain : IDecidingGrain;

/// <inheritdoc cref="IDrawGrain"/>
internal sealed class DrawGrain(LocalHosts hosts) : DecidingGrain(hosts), IDrawGrain;

/// <summary>A task group.</summary>
[Alias("cc.group")]
public interface ITaskGroupGrain : IDecidingGrain;

/// <inheritdoc cref="ITaskGroupGrain"/>
internal sealed class TaskGroupGrain(LocalHosts hosts) : DecidingGrain(hosts), ITaskGroupGrain;

/// <summary>An incident.</summary>
[Alias("cc.incident")]
public interface IIncidentGrain : IDecidingGrain;

/// <inheritdoc cref="IIncidentGrain"/>
internal sealed class IncidentGrain(LocalHosts hosts) : DecidingGrain(hosts), IIncidentGrain;

/// <summary>A matter that was taken in.</summary>
[Alias("cc.case")]
public interface ICaseGrain : IDecidingGrain;

/// <inheritdoc cref="ICaseGrain"/>
internal sealed class CaseGrain(LocalHosts hosts) : DecidingGrain(hosts), ICaseGrain;

/// <summary>An answer card.</summary>
[Alias("cc.card")]
public interface ICardGrain : IDecidingGrain;

/// <inheritdoc cref="ICardGrain"/>
internal sealed class CardGrain(LocalHosts hosts) : DecidingGrain(hosts), ICardGrain;

/// <summary>A finding of supervision.</summary>
[Alias("cc.finding")]
public interface IFindingGrain : IDecidingGrain;

/// <inheritdoc cref="IFindingGrain"/>
internal sealed class FindingGrain(LocalHosts hosts) : DecidingGrain(hosts), IFindingGrain;

/// <summary>A meeting.</summary>
[Alias("cc.meeting")]
public interface IMeetingGrain : IDecidingGrain;

/// <inheritdoc cref="IMeetingGrain"/>
internal sealed class MeetingGrain(LocalHosts hosts) : DecidingGrain(hosts), IMeetingGrain;

/// <summary>A drill.</summary>
[Alias("cc.drill")]
public interface IDrillGrain : IDecidingGrain;

/// <inheritdoc cref="IDrillGrain"/>
internal sealed class DrillGrain(LocalHosts hosts) : DecidingGrain(hosts), IDrillGrain;

/// <summary>What forecasts said, kept hour by hour.</summary>
[Alias("cc.forecast")]
public interface IForecastGrain : IDecidingGrain;

/// <inheritdoc cref="IForecastGrain"/>
internal sealed class ForecastGrain(LocalHosts hosts) : DecidingGrain(hosts), IForecastGrain;

/// <summary>A zone of the site.</summary>
[Alias("cc.zone")]
public interface IZoneGrain : IDecidingGrain;

/// <inheritdoc cref="IZoneGrain"/>
internal sealed class ZoneGrain(LocalHosts hosts) : DecidingGrain(hosts), IZoneGrain;

/// <summary>Whether every post can be reached.</summary>
[Alias("cc.communication")]
public interface ICommunicationGrain : IDecidingGrain;

/// <inheritdoc cref="ICommunicationGrain"/>
internal sealed class CommunicationGrain(LocalHosts hosts) : DecidingGrain(hosts), ICommunicationGrain;
