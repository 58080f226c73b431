using System.Diagnostics;
using Tracker.EventStore;

namespace Tracker.Web.Wording;

/// <summary>What a check of the book found, in words.</summary>
public static class BookFaultSentences
{
    public static string Of(BookFinding finding) => $"{Name(finding.Fault)}：共 {finding.Count} 处，第一处：{Place(finding.First)}";

    private static string Name(BookFault fault) => fault switch
    {
        BookFault.VersionGap => "版本不连续",
        BookFault.StreamHead => "流的版本与事件不符",
        BookFault.EventHash => "事件内容与散列不符",
        BookFault.Unreadable => "事件无法读出",
        BookFault.Column => "不在散列之内的列与写入时不同",
        BookFault.SameId => "事件标识重复",
        BookFault.Chain => "链条断开",
        BookFault.Order => "全局顺序与版本不符",
        BookFault.Unlisted => "事件名称未列入目录",
        BookFault.Seal => "账簿与封存记录不符",
        BookFault.Head => "账簿与封存码不符",
        BookFault.Counter => "登记编号不连续",
        BookFault.DataKey => "数据密钥与账簿不符",
        BookFault.SealedValue => "密封的内容无法用所记的密钥解开",
        BookFault.DocumentContent => "附件内容与账簿不符",
        BookFault.Office => "机关没有登记",
        BookFault.Guard => "数据库的防护不全",
        BookFault.ReadModelRow => "台账与账簿不符",
    };

    private static string Place(BookPlace place) => place switch
    {
        InStream(var stream, var version) => $"{stream.Office} {stream.Id} 第 {version} 号事件",
        AtPosition(var position) => $"全局第 {position} 位及其以前",
        InCounter(var office, var year) => $"{office} {year} 年",
        InTable(var table, var row) => $"{table} {row}",
        InDatabase(var part, var isMissing) => $"{(isMissing ? "缺少" : "多出")} {part}",
        InOffice(var code) => $"机关 {code}",
        _ => throw new UnreachableException(),
    };
}
