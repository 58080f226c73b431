namespace Tracker.Domain.Requests;

/// <summary>
/// 政府信息的形式: in which form the applicant wants the information (art 29), and in which it is given (art 40). Its members' names are
/// stored: retired, never renamed.
/// </summary>
public enum InformationForm
{
    /// <summary>纸质</summary>
    Paper,

    /// <summary>电子文件</summary>
    Electronic,

    /// <summary>光盘等存储介质</summary>
    Disc,

    /// <summary>当面查阅、抄录</summary>
    Inspection,

    /// <summary>其他形式</summary>
    Other,
}
