namespace CommandCenter.Domain;

/// <content>Beside the way of the households: groups, incidents, communication, matters, meetings, the drill.</content>
public static partial class Rejections
{
    // group

    /// <summary>The member is not on duty.</summary>
    public static readonly Rejection MemberOffDuty = Rule("member-off-duty", "该组员不在岗。", "The member is not on duty.");

    /// <summary>The id belongs to another assignment.</summary>
    public static readonly Rejection AssignmentExists = Rule("assignment-exists", "这个编号已用于另一项任务。", "The id belongs to another assignment.");

    /// <summary>The assignment has been accepted.</summary>
    public static readonly Rejection AssignmentAcceptedAlready = Rule("assignment-accepted", "任务已被接受。", "The assignment has been accepted.");

    /// <summary>The assignment has been refused; who gave it or the commander answers it.</summary>
    public static readonly Rejection AssignmentRefusedAlready = Rule("assignment-refused", "任务已被拒绝，由下达方或总指挥答复。", "The assignment has been refused; who gave it or the commander answers it.");

    /// <summary>The assignment is done.</summary>
    public static readonly Rejection AssignmentDoneAlready = Rule("assignment-done", "任务已经完成。", "The assignment is done.");

    /// <summary>The member already has the lead.</summary>
    public static readonly Rejection LeadHeldAlready = Rule("lead-held", "该组员已是负责人。", "The member already has the lead.");

    /// <summary>The lead was not offered to this member.</summary>
    public static readonly Rejection LeadNotOffered = Rule("lead-not-offered", "没有向该组员移交负责权。", "The lead was not offered to this member.");

    // incident

    /// <summary>The id belongs to another incident.</summary>
    public static readonly Rejection IncidentExists = Rule("incident-exists", "这个编号已用于另一事件。", "The id belongs to another incident.");

    /// <summary>There is no such incident.</summary>
    public static readonly Rejection IncidentUnknown = Rule("incident-unknown", "没有这个事件。", "There is no such incident.");

    /// <summary>The incident is further on.</summary>
    public static readonly Rejection IncidentFurtherOn = Rule("incident-further-on", "事件已进入后续阶段。", "The incident is further on.");

    /// <summary>The incident is still open.</summary>
    public static readonly Rejection IncidentOpenYet = Rule("incident-open", "事件仍在处置中。", "The incident is still open.");

    /// <summary>The file holds as many photos as it may; detail is how many.</summary>
    public static readonly Rejection IncidentPhotosFull = Rule("incident-photos-full", "该事件的照片已满。", "The incident has as many photos as it may.");

    /// <summary>The file holds as many voice notes as it may; detail is how many.</summary>
    public static readonly Rejection IncidentVoicesFull = Rule("incident-voices-full", "该事件的语音已满。", "The incident has as many voice notes as it may.");

    /// <summary>The incident is not resolved.</summary>
    public static readonly Rejection IncidentNotResolved = Rule("incident-not-resolved", "事件尚未解决。", "The incident is not resolved.");

    /// <summary>The incident is resolved.</summary>
    public static readonly Rejection IncidentResolvedAlready = Rule("incident-resolved", "事件已经解决。", "The incident is resolved.");

    /// <summary>The incident is closed.</summary>
    public static readonly Rejection IncidentClosedAlready = Rule("incident-closed", "事件已经结案。", "The incident is closed.");

    /// <summary>The incident is part of another.</summary>
    public static readonly Rejection IncidentMergedAway = Rule("incident-merged", "事件已并入另一事件。", "The incident is part of another.");

    /// <summary>The incident was a false alarm.</summary>
    public static readonly Rejection IncidentFalseAlarmAlready = Rule("incident-false-alarm", "事件已认定为误报。", "The incident was a false alarm.");

    /// <summary>An incident cannot be merged into itself.</summary>
    public static readonly Rejection IncidentIntoItself = Input("incident-into-itself", "事件不能并入自身。", "An incident cannot be merged into itself.");

    // communication

    /// <summary>A communication check is running.</summary>
    public static readonly Rejection CommunicationCheckRunning = Rule("communication-check-running", "通讯检查正在进行，请等它结束。", "A communication check is running; wait until it has ended.");

    // case

    /// <summary>The id belongs to another case.</summary>
    public static readonly Rejection CaseExists = Rule("case-exists", "这个编号已用于另一事项。", "The id belongs to another case.");

    /// <summary>There is no such case.</summary>
    public static readonly Rejection CaseUnknown = Rule("case-unknown", "没有这个事项。", "There is no such case.");

    /// <summary>The case has been answered.</summary>
    public static readonly Rejection CaseAnsweredAlready = Rule("case-answered", "事项已经答复办结。", "The case has been answered.");

    /// <summary>The case has not been answered.</summary>
    public static readonly Rejection CaseOpenYet = Rule("case-open", "事项尚未答复。", "The case has not been answered.");

    /// <summary>A simple case is answered the same day, without interim replies.</summary>
    public static readonly Rejection CaseIsSimple = Rule("case-simple", "简单事项当日答复，不作阶段性回复。", "A simple case is answered the same day, without interim replies.");

    // card

    /// <summary>The id belongs to another answer card.</summary>
    public static readonly Rejection CardExists = Rule("card-exists", "这个编号已用于另一张答复卡。", "The id belongs to another answer card.");

    /// <summary>There is no such answer card.</summary>
    public static readonly Rejection CardUnknown = Rule("card-unknown", "没有这张答复卡。", "There is no such answer card.");

    // finding

    /// <summary>The id belongs to another finding.</summary>
    public static readonly Rejection FindingExists = Rule("finding-exists", "这个编号已用于另一条督查意见。", "The id belongs to another finding.");

    /// <summary>There is no such finding.</summary>
    public static readonly Rejection FindingUnknown = Rule("finding-unknown", "没有这条督查意见。", "There is no such finding.");

    /// <summary>The finding has been answered.</summary>
    public static readonly Rejection FindingAnsweredAlready = Rule("finding-answered", "督查意见已经答复。", "The finding has been answered.");

    // meeting

    /// <summary>The meeting has been recorded.</summary>
    public static readonly Rejection MeetingHeldAlready = Rule("meeting-held", "会议已有记录。", "The meeting has been recorded.");

    // drill

    /// <summary>There are no drills in a live operation.</summary>
    public static readonly Rejection NotADrill = Rule("not-a-drill", "正式行动中不能演练。", "There are no drills in a live operation.");

    /// <summary>The drill is set up already.</summary>
    public static readonly Rejection DrillPreparedAlready = Rule("drill-prepared", "演练已经设定。", "The drill is set up already.");

    /// <summary>The drill is not set up.</summary>
    public static readonly Rejection DrillNotPrepared = Rule("drill-not-prepared", "演练尚未设定。", "The drill is not set up.");

    /// <summary>No drill that is over measured this; detail is the drill.</summary>
    public static readonly Rejection NotMeasured = Input("not-measured", "这次演练没有测得这个数值。", "That drill did not measure this.");

    /// <summary>The drill has started.</summary>
    public static readonly Rejection DrillStartedAlready = Rule("drill-started", "演练已经开始。", "The drill has started.");

    /// <summary>The drill has not started.</summary>
    public static readonly Rejection DrillNotStarted = Rule("drill-not-started", "演练尚未开始。", "The drill has not started.");

    /// <summary>The drill is over.</summary>
    public static readonly Rejection DrillOver = Rule("drill-over", "演练已经结束。", "The drill is over.");

    /// <summary>The inject has been delivered.</summary>
    public static readonly Rejection InjectDeliveredAlready = Rule("inject-delivered", "该情况已经下达。", "The inject has been delivered.");

    /// <summary>The inject has been cancelled.</summary>
    public static readonly Rejection InjectCancelledAlready = Rule("inject-cancelled", "该情况已经取消。", "The inject has been cancelled.");

    /// <summary>The improvement has been answered.</summary>
    public static readonly Rejection ImprovementDoneAlready = Rule("improvement-done", "该改进事项已经完成。", "The improvement is done.");
}
