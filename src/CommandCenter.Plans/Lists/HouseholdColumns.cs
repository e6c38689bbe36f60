using System.Collections.Immutable;

namespace CommandCenter.Plans.Lists;

/// <summary>The columns of the household list: one row a member; what belongs to the household may stand in its first row only.</summary>
internal static class HouseholdColumns
{
    public static readonly Column Number =
        Column.Must("户号", "户编号", "家庭编号", "安置户号", "household", "household number", "household no");

    public static readonly Column People = Column.May("人口", "家庭人口", "人口数", "户内人口", "人数", "people");

    public static readonly Column Name = Column.Must("姓名", "成员姓名", "家庭成员姓名", "家庭成员", "name", "member", "member name");

    public static readonly Column Relation =
        Column.Must("与户主关系", "关系", "家庭关系", "与户主的关系", "relation", "relationship", "relation to head");

    public static readonly Column IdNumber = Column.Must(
        "身份证号", "身份证号码", "身份证", "公民身份号码", "证件号码", "id number", "identity number", "id card", "id card number");

    public static readonly Column BirthDate = Column.May("出生日期", "出生年月日", "生日", "birth date", "date of birth");

    public static readonly Column Added =
        Column.Must("是否新增", "新增", "新增人口", "是否新增人口", "新增成员", "added", "added member", "added since demolition");

    public static readonly Column SecondChild =
        Column.Must("二胎", "二孩", "是否二胎", "是否二孩", "二胎指标", "二孩指标", "second child");

    public static readonly Column Carried =
        Column.Must("结转差价", "结转", "差价", "差价结转", "结转金额", "carried", "carried difference", "difference");

    public static readonly Column Proxy = Column.May("代理人", "代理人姓名", "委托代理人", "受托人", "proxy", "proxy name");

    public static readonly Column ProxyId =
        Column.May("代理人身份证号", "代理人身份证", "代理人身份证号码", "代理人证件号码", "受托人身份证号", "proxy id", "proxy id number");

    public static readonly Column Priority = Column.May("优先原因", "优先", "优先事由", "优先情形", "priority", "priority reason");

    public static readonly ImmutableArray<Column> All =
        [Number, People, Name, Relation, IdNumber, BirthDate, Added, SecondChild, Carried, Proxy, ProxyId, Priority];
}
