using System.Collections.Immutable;

namespace Tracker.Documents.Registers;

/// <summary>A column of a register file (台账).</summary>
/// <param name="heading">The heading, in the words of the file.</param>
/// <param name="isRequired">Every row needs a value here.</param>
/// <param name="isPersonal">Its cells are never shown in a fault.</param>
/// <param name="maxLength">The most UTF-16 code units a text here may have.</param>
public sealed class RegisterColumn(string heading, bool isRequired = false, bool isPersonal = false, int maxLength = int.MaxValue)
{
    public string Heading => heading;

    public bool IsRequired => isRequired;

    public bool IsPersonal => isPersonal;

    public int MaxLength => maxLength;
}

/// <summary>The columns a register file may have, in any order.</summary>
public static class RegisterColumns
{
    /// <summary>Stands in a fault's column where the fault is about a whole row.</summary>
    public const string WholeRow = "（整行）";

    /// <summary>Stands in a fault's column where the fault is about the file.</summary>
    public const string WholeFile = "（文件）";

    public static RegisterColumn Number { get; } = new("登记编号", isRequired: true, maxLength: 64);

    public static RegisterColumn Channel { get; } = new("申请方式", isRequired: true);

    public static RegisterColumn FiledOn { get; } = new("提交日期", isRequired: true);

    public static RegisterColumn ArrivedOn { get; } = new("收件日期");

    public static RegisterColumn ConfirmedOn { get; } = new("确认日期");

    public static RegisterColumn ApplicantKind { get; } = new("申请人类别", isRequired: true);

    public static RegisterColumn ApplicantName { get; } = new("申请人", isPersonal: true, maxLength: 200);

    public static RegisterColumn Contact { get; } = new("联系方式", isPersonal: true, maxLength: 500);

    public static RegisterColumn Content { get; } = new("申请内容", isPersonal: true, maxLength: 20_000);

    public static RegisterColumn NoticeOn { get; } = new("补正通知日期");

    public static RegisterColumn NoticePeriodEndsOn { get; } = new("补正截止日期");

    public static RegisterColumn SupplementOn { get; } = new("收到补正日期");

    public static RegisterColumn ExtensionApprovedOn { get; } = new("延期批准日期");

    public static RegisterColumn ExtensionWorkingDays { get; } = new("延长工作日数");

    public static RegisterColumn Ground { get; } = new("办理结果");

    public static RegisterColumn AnsweredOn { get; } = new("答复日期");

    public static RegisterColumn DocumentNumber { get; } = new("答复文号", maxLength: 100);

    public static ImmutableArray<RegisterColumn> All { get; } =
    [
        Number, Channel, FiledOn, ArrivedOn, ConfirmedOn, ApplicantKind, ApplicantName, Contact, Content, NoticeOn,
        NoticePeriodEndsOn, SupplementOn, ExtensionApprovedOn, ExtensionWorkingDays, Ground, AnsweredOn, DocumentNumber,
    ];
}
