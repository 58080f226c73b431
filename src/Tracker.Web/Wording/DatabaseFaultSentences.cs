using Tracker.EventStore;
using Tracker.LocalPostgres;

namespace Tracker.Web.Wording;

/// <summary>What a person reads when the database is the trouble. None of it claims more than is certain.</summary>
public static class DatabaseFaultSentences
{
    private const string CutShort = "写入时被中断";

    /// <summary>On a page; none for a fault of another kind.</summary>
    public static string? ForPage(Exception fault, bool posted) => fault is OutcomeUnknownException
        ? $"{Cause(fault) ?? CutShort}，不能确定这一步是否已经保存。"
        : Cause(fault) is { } cause ? $"{cause}，{(posted ? "这次提交没有保存" : "这一页暂时打不开")}。" : null;

    /// <summary>What the person at the page can do.</summary>
    public static string Advice(Exception fault, bool posted)
    {
        var first = DatabaseFaults.Of(fault) is DatabaseFault.DiskFull ? "请管理员腾出磁盘空间，不必重新启动；然后" : "请过几秒钟";
        return posted ? $"{first}再提交一次：这一页重复提交，不会重复登记。" : $"{first}刷新本页。";
    }

    /// <summary>Of a command or the server, on a terminal; none for a bug, which shall be seen.</summary>
    public static string? ForTerminal(Exception fault) => fault switch
    {
        BookException or LocalPostgresException => fault.Message,
        OutcomeUnknownException =>
            $"{Cause(fault) ?? CutShort}，不能确定这一步是否已经写入账簿。请再执行一次：已经写入的不会重复写入。",
        Npgsql.NpgsqlException => $"{Cause(fault) ?? Refused(fault)}，这一步没有写入账簿。{Remedy(fault)}",
        OperationCanceledException => "已中止，没有做完的一步没有写入账簿。",
        _ => null,
    };

    private static string? Cause(Exception fault) => DatabaseFaults.Of(fault) switch
    {
        DatabaseFault.DiskFull => "数据库所在的磁盘已满",
        DatabaseFault.TooManyConnections => "数据库的连接数已满",
        DatabaseFault.Restarting => "数据库正在停止或者启动",
        DatabaseFault.ConnectionLost => "数据库连接中断",
        DatabaseFault.TimedOut => "数据库没有及时答复",
        DatabaseFault.Unreachable => "连接不上数据库",
        null => null,
    };

    private static string Remedy(Exception fault) => DatabaseFaults.Of(fault) switch
    {
        DatabaseFault.DiskFull => "请腾出磁盘空间后再执行一次。",
        DatabaseFault.Unreachable => "请检查 TRACKER_DB，或者稍后再试。",
        DatabaseFault.TooManyConnections or DatabaseFault.Restarting or DatabaseFault.ConnectionLost or DatabaseFault.TimedOut =>
            "请稍后再执行一次。",
        null => "",
    };

    private static string Refused(Exception fault) => $"数据库拒绝了操作（{(fault as Npgsql.PostgresException)?.SqlState}）";
}
