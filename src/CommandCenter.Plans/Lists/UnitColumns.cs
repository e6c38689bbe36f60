using System.Collections.Immutable;

namespace CommandCenter.Plans.Lists;

/// <summary>The columns of the list of flats: one row a flat.</summary>
internal static class UnitColumns
{
    public static readonly Column Building = Column.Must("楼栋", "楼号", "栋号", "幢号", "楼幢", "楼栋号", "栋", "幢", "building");

    public static readonly Column Section = Column.May("单元", "单元号", "section", "entrance");

    public static readonly Column Floor = Column.Must("楼层", "所在层", "所在楼层", "层", "floor");

    public static readonly Column Room = Column.Must("房号", "室号", "房间号", "室", "房屋号", "room", "room number");

    public static readonly Column Type = Column.Must("户型", "房型", "户型代码", "户型编号", "type", "flat type", "unit type");

    public static readonly Column Area = Column.Must("建筑面积", "面积", "建面", "area", "floor area");

    public static readonly Column Facing = Column.May("朝向", "facing", "orientation");

    public static readonly ImmutableArray<Column> All = [Building, Section, Floor, Room, Type, Area, Facing];
}
