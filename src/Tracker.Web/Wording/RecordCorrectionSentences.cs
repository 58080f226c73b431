using System.Diagnostics;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;

namespace Tracker.Web.Wording;

/// <summary>The facts of a 更正申请 (art 41), and why one is refused, as a clerk reads them.</summary>
public static class RecordCorrectionSentences
{
    public static TimelineEntry Of(Recorded<RecordCorrectionEvent> recorded, Unsealer unsealer, WorkingCalendar calendar)
    {
        var (on, sentence, detail) = Tell(recorded.Event);
        return new(
            on,
            sentence,
            unsealer.Open(detail),
            LegalDay.WallClock(recorded.RecordedAt),
            recorded.Version,
            LateEntry.Is(on, LegalDay.Of(recorded.RecordedAt), calendar),
            recorded.UserName);
    }

    /// <summary>The sentence alone, for the page that tells what another clerk did meanwhile.</summary>
    public static string Sentence(RecordCorrectionEvent happened) => Tell(happened).Sentence;

    public static string Of(RecordCorrectionRefusal refusal) => refusal switch
    {
        RecordCorrectionAlreadyReceived => "这件更正申请已经登记，不能重复登记。",
        NoSuchRecordCorrection => "没有这件更正申请。",
        RecordCorrectionEnded r => $"这件更正申请已于{Words.Day(r.On)}办结（{RecordCorrectionWords.Of(r.Outcome)}），不能再办理。",
        RecordCorrectionVoid r => $"这件更正申请已于{Words.Day(r.On)}作废，不能再办理。",
        RecordCorrectionErasedBefore r => $"这件更正申请的个人信息已于{Words.Day(r.On)}删除，不能再写入内容。",
        RecordCorrectionStillOpen => "这件更正申请还没有办结，不能删除个人信息。",
        AboutUnansweredRequest r => $"信息公开申请 {r.Number} 没有答复，不会提供过要更正的记录。",
        FiledBeforeTheAnswer r => $"提交日期不能早于信息公开申请 {r.Number} 的答复日期（{Words.Day(r.AnsweredOn)}）。",
        NoConfirmationAwaited => "收到之日不取决于与申请人确认，或者已经确认，不能再登记确认。",
        ConfirmedAfterAStep r => $"确认日期不能晚于已经登记的办理环节（{Words.Day(r.StepOn)}）。",
        EvidenceAlreadyAskedFor r => $"{Words.Day(r.AskedOn)}要求补充的证据还没有收到，不能再次要求。",
        EvidenceAlreadyReceived r => $"{Words.Day(r.ReceivedOn)}已经登记收到证据；同日收到的其他证据请写入备注。",
        ToldBeforeItWasDone r => $"告知申请人日期不能早于{Words.Of(r.Done)}（{Words.Day(r.DoneOn)}）。",
        _ => throw new UnreachableException(),
    };

    private static (DateOnly On, string Sentence, Sealed<string>? Detail) Tell(RecordCorrectionEvent happened) => happened switch
    {
        RecordCorrectionReceived e => (
            ReceiptRule.Of(e.Channel, e.Dates).On,
            $"收到更正申请，登记编号 {e.Number}，申请方式：{Words.Of(e.Channel)}，提交日期：{Words.Day(e.Dates.FiledOn)}{(e.AboutNumber is { } number ? $"；记录由信息公开申请 {number} 的答复提供" : "")}。",
            null),
        RecordCorrectionConfirmed e => (e.ConfirmedOn, "与申请人确认收到更正申请。", null),
        RecordEvidenceAskedFor e => (e.AskedOn, "要求申请人补充证据。", e.Items),
        RecordEvidenceReceived e => (e.ReceivedOn, "收到申请人补充的证据。", e.Evidence),
        RecordCorrected e => (
            e.CorrectedOn, $"审核属实，予以更正，{Words.Day(e.ToldOn)}告知申请人{Letter(e.DocumentNumber)}。", e.Statement),
        RecordNotCorrected e => (
            e.DecidedOn,
            $"审核认为{RecordCorrectionWords.Of(e.Finding)}，不予更正，{Words.Day(e.ToldOn)}告知申请人{Letter(e.DocumentNumber)}。",
            e.Reasons),
        RecordCorrectionTransferred e => (
            e.TransferredOn,
            $"不属于本机关职能范围，转送“{e.Agency}”处理，{Words.Day(e.ToldOn)}告知申请人{Letter(e.DocumentNumber)}。",
            e.Statement),
        RecordCorrectionReferred e => (
            e.ToldOn, $"不属于本机关职能范围，告知申请人向“{e.Agency}”提出{Letter(e.DocumentNumber)}。", e.Statement),
        RecordCorrectionWithdrawn e => (e.WithdrawnOn, "申请人撤回更正申请。", e.Statement),
        RecordCorrectionNoted e => (e.NotedOn, "备注。", e.Text),
        RecordCorrectionVoided e => (e.VoidedOn, "作废：这件更正申请登记有误，登记编号保留，不再分配。", e.Reason),
        RecordCorrectionErased e => (e.ErasedOn, "依法删除个人信息：姓名、联系方式和所写内容不可再读；办理记录不变。", null),
        _ => throw new UnreachableException(),
    };

    private static string Letter(string? documentNumber) => documentNumber is null ? "" : $"（{documentNumber}）";
}
