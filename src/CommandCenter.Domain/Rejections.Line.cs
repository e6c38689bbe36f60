namespace CommandCenter.Domain;

/// <content>The day itself and the way of the households.</content>
public static partial class Rejections
{
    // operation

    /// <summary>The operation has been founded already.</summary>
    public static readonly Rejection OperationExists = Rule("operation-exists", "行动已经建立。", "The operation has been founded already.");

    /// <summary>The day is not open.</summary>
    public static readonly Rejection OperationNotOpen = Rule("operation-not-open", "当前未开放办理。", "The day is not open.");

    /// <summary>The operation has not been founded.</summary>
    public static readonly Rejection OperationNotFounded = Rule("operation-not-founded", "行动尚未建立。", "The operation has not been founded.");

    /// <summary>The day is suspended; nobody is called.</summary>
    public static readonly Rejection OperationSuspendedNow = Rule("operation-suspended", "现场已暂停，暂不叫号。", "The day is suspended; nobody is called.");

    /// <summary>The operation is closed.</summary>
    public static readonly Rejection OperationOver = Rule("operation-closed", "行动已经结束。", "The operation is closed.");

    /// <summary>This cannot be done in the present phase.</summary>
    public static readonly Rejection WrongPhase = Rule("wrong-phase", "当前阶段不能做这个操作。", "This cannot be done in the present phase.");

    /// <summary>Readiness items are still open.</summary>
    public static readonly Rejection ReadinessOpen = Rule("readiness-open", "开放前检查尚有未完成项。", "Readiness items are still open.");

    /// <summary>A second person must confirm.</summary>
    public static readonly Rejection SecondPersonNeeded = Rule("second-person-needed", "须由另一人确认。", "A second person must confirm.");

    /// <summary>Your post may not do this.</summary>
    public static readonly Rejection NotYourPost = Rule("not-your-post", "本岗位无权做这个操作。", "Your post may not do this.");

    // household

    /// <summary>The household is on the list already.</summary>
    public static readonly Rejection HouseholdRegisteredAlready = Rule("household-registered", "该户已在名单中。", "The household is on the list already.");

    /// <summary>The household is not on the list.</summary>
    public static readonly Rejection HouseholdUnknown = Rule("household-unknown", "名单中没有该户。", "The household is not on the list.");

    /// <summary>The household has checked in already.</summary>
    public static readonly Rejection CheckedInAlready = Rule("checked-in-already", "该户已签到。", "The household has checked in already.");

    /// <summary>The household has not checked in.</summary>
    public static readonly Rejection NotCheckedIn = Rule("not-checked-in", "该户尚未签到。", "The household has not checked in.");

    /// <summary>The household is done or has left.</summary>
    public static readonly Rejection HouseholdFinished = Rule("household-finished", "该户已办结或已离开。", "The household is done or has left.");

    /// <summary>The household has no such ticket.</summary>
    public static readonly Rejection NoTicket = Rule("no-ticket", "该户没有可用的号。", "The household has no such ticket.");

    /// <summary>The household was not passed.</summary>
    public static readonly Rejection NotPassed = Rule("not-passed", "该户没有过号。", "The household was not passed.");

    /// <summary>The household is being served or has been called.</summary>
    public static readonly Rejection HouseholdBusy = Rule("household-busy", "该户正在办理或已被叫号。", "The household is being served or has been called.");

    /// <summary>The step before is not complete.</summary>
    public static readonly Rejection StepOutOfOrder = Rule("step-out-of-order", "上一环节尚未完成。", "The step before is not complete.");

    /// <summary>One can only step back to an earlier step.</summary>
    public static readonly Rejection NotBackward = Rule("not-backward", "只能退回到之前的环节。", "One can only step back to an earlier step.");

    /// <summary>This is not a side step.</summary>
    public static readonly Rejection NotASideStep = Rule("not-a-side-step", "这不是咨询或接待环节。", "This is not a side step.");

    /// <summary>The household is not selecting.</summary>
    public static readonly Rejection NotSelecting = Rule("not-selecting", "该户不在选房。", "The household is not selecting.");

    /// <summary>The household holds a confirmed flat.</summary>
    public static readonly Rejection HasUnits = Rule("has-units", "该户已有确认的房源。", "The household holds a confirmed flat.");

    // queue

    /// <summary>The draw order is already set.</summary>
    public static readonly Rejection RankedAlready = Rule("ranked-already", "选房顺序已经确定。", "The draw order is already set.");

    /// <summary>The household is not in the draw order.</summary>
    public static readonly Rejection NotRanked = Rule("not-ranked", "该户不在选房顺序中。", "The household is not in the draw order.");

    /// <summary>The household already holds a ticket here.</summary>
    public static readonly Rejection TicketExists = Rule("ticket-exists", "该户在本环节已有号。", "The household already holds a ticket here.");

    /// <summary>There is no such ticket.</summary>
    public static readonly Rejection TicketUnknown = Rule("ticket-unknown", "没有这个号。", "There is no such ticket.");

    /// <summary>The ticket is not waiting.</summary>
    public static readonly Rejection TicketNotWaiting = Rule("ticket-not-waiting", "这个号不在等候。", "The ticket is not waiting.");

    /// <summary>The ticket is not called to this window.</summary>
    public static readonly Rejection TicketNotCalled = Rule("ticket-not-called", "这个号没有叫到该窗口。", "The ticket is not called to this window.");

    /// <summary>The ticket is not held.</summary>
    public static readonly Rejection TicketNotHeld = Rule("ticket-not-held", "这个号没有挂起。", "The ticket is not held.");

    /// <summary>The ticket has ended.</summary>
    public static readonly Rejection TicketClosed = Rule("ticket-closed", "这个号已经结束。", "The ticket has ended.");

    /// <summary>The window already has a ticket.</summary>
    public static readonly Rejection WindowHasTicket = Rule("window-has-ticket", "该窗口已有在办的号。", "The window already has a ticket.");

    // window

    /// <summary>The window is closed.</summary>
    public static readonly Rejection WindowClosedNow = Rule("window-closed", "窗口未开。", "The window is closed.");

    /// <summary>The window is paused.</summary>
    public static readonly Rejection WindowPausedNow = Rule("window-paused", "窗口已暂停。", "The window is paused.");

    /// <summary>The window is open already.</summary>
    public static readonly Rejection WindowOpenAlready = Rule("window-open", "窗口已经开着。", "The window is open already.");

    /// <summary>The window still has a ticket.</summary>
    public static readonly Rejection WindowBusy = Rule("window-busy", "窗口还有在办的号。", "The window still has a ticket.");

    /// <summary>The window has no ticket.</summary>
    public static readonly Rejection WindowIdle = Rule("window-idle", "窗口没有在办的号。", "The window has no ticket.");

    /// <summary>The window does not serve this step.</summary>
    public static readonly Rejection StepNotServedHere = Rule("step-not-served-here", "该窗口不办这个环节。", "The window does not serve this step.");

    /// <summary>The household is not here yet.</summary>
    public static readonly Rejection NotArrived = Rule("not-arrived", "住户尚未到窗。", "The household is not here yet.");

    /// <summary>The household is here already.</summary>
    public static readonly Rejection ArrivedAlready = Rule("arrived-already", "住户已经到窗。", "The household is here already.");

    /// <summary>Service has not started.</summary>
    public static readonly Rejection ServiceNotStarted = Rule("service-not-started", "尚未开始办理。", "Service has not started.");

    /// <summary>Service has started already.</summary>
    public static readonly Rejection ServiceStartedAlready = Rule("service-started-already", "已经开始办理。", "Service has started already.");

    /// <summary>No recalls are left.</summary>
    public static readonly Rejection NoRecallsLeft = Rule("no-recalls-left", "重呼次数已用完。", "No recalls are left.");

    /// <summary>There are recalls left; it cannot be passed yet.</summary>
    public static readonly Rejection RecallsLeft = Rule("recalls-left", "重呼未满，还不能过号。", "There are recalls left; it cannot be passed yet.");

    /// <summary>No flat is confirmed and none declined yet.</summary>
    public static readonly Rejection SelectionOpenYet = Rule("selection-open", "尚未确认房源，也未放弃选房。", "No flat is confirmed and none declined yet.");

    /// <summary>The choice is made; complete the service.</summary>
    public static readonly Rejection SelectionSettledAlready = Rule("selection-settled", "已完成选房，请办结本次服务。", "The choice is made; complete the service.");

    /// <summary>A step cannot be skipped.</summary>
    public static readonly Rejection TransferSkipsStep = Rule("transfer-skips-step", "不能越过未完成的环节。", "A step cannot be skipped.");

    // inventory

    /// <summary>The flats are listed already.</summary>
    public static readonly Rejection UnitsListedAlready = Rule("units-listed", "房源已经封存。", "The flats are listed already.");

    /// <summary>The household is not at this selection window.</summary>
    public static readonly Rejection NotAtSelectionWindow = Rule("not-at-selection-window", "该户不在这个选房窗口。", "The household is not at this selection window.");

    /// <summary>The flat is reserved by another household.</summary>
    public static readonly Rejection UnitReservedByOther = Rule("unit-reserved", "房源已被他户预留。", "The flat is reserved by another household.");

    /// <summary>The flat is taken.</summary>
    public static readonly Rejection UnitTaken = Rule("unit-taken", "房源已被选定。", "The flat is taken.");

    /// <summary>The flat is withdrawn.</summary>
    public static readonly Rejection UnitWithdrawnNow = Rule("unit-withdrawn", "房源已停售。", "The flat is withdrawn.");

    /// <summary>The flat is not reserved.</summary>
    public static readonly Rejection UnitNotReserved = Rule("unit-not-reserved", "房源没有预留。", "The flat is not reserved.");

    /// <summary>The flat is not withdrawn.</summary>
    public static readonly Rejection UnitNotWithdrawn = Rule("unit-not-withdrawn", "房源没有停售。", "The flat is not withdrawn.");

    /// <summary>The flat is not confirmed.</summary>
    public static readonly Rejection UnitNotConfirmed = Rule("unit-not-confirmed", "房源没有确认。", "The flat is not confirmed.");

    /// <summary>It exceeds the area the household may take.</summary>
    public static readonly Rejection BeyondBand = Rule("beyond-band", "超出可选面积。", "It exceeds the area the household may take.");

    /// <summary>It exceeds the number of flats the household may take.</summary>
    public static readonly Rejection TooManyUnits = Rule("too-many-units", "超出可选套数。", "It exceeds the number of flats the household may take.");

    /// <summary>The reversal is proposed and waits for the other signature.</summary>
    public static readonly Rejection ReversalProposedAlready = Rule("reversal-proposed", "撤销已经提出，等待另一方签字。", "The reversal is proposed and waits for the other signature.");

    /// <summary>No reversal has been proposed.</summary>
    public static readonly Rejection ReversalNotProposed = Rule("reversal-not-proposed", "撤销尚未提出。", "No reversal has been proposed.");

    // draw

    /// <summary>The draw list is frozen already.</summary>
    public static readonly Rejection DrawListFrozenAlready = Rule("draw-list-frozen", "参加名单已经封存。", "The draw list is frozen already.");

    /// <summary>The draw list is not frozen.</summary>
    public static readonly Rejection DrawListOpen = Rule("draw-list-open", "参加名单尚未封存。", "The draw list is not frozen.");

    /// <summary>The order exists already and cannot be made again.</summary>
    public static readonly Rejection OrderExists = Rule("order-exists", "选房顺序已经产生，不能重来。", "The order exists already and cannot be made again.");
}
