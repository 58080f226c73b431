using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Tracker.Documents.Notices;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels.Adopting;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>
/// 工作日历: what was adopted, and adopting a notice in two steps. The first shows which days and which cases it moves, and carries the
/// version of the calendar that was computed on; the second adopts it, or shows what another adoption made of it meanwhile.
/// </summary>
public abstract class NoticePage(Calendars calendars, CalendarAdoption adoption, LegalClock clock) : TrackerPage
{
    /// <summary>So many cases are shown by name; the command line shows all.</summary>
    public const int ShownMoves = 500;

    private CalendarHistory? history;

    [BindProperty]
    public Input Form { get; set; } = new();

    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>The version of the calendar whose consequences were seen; none before they were.</summary>
    [BindProperty]
    public long? SeenVersion { get; set; }

    /// <summary>The calendars as they stand.</summary>
    public CalendarHistory History => history ?? calendars.Current;

    /// <summary>The years of this page.</summary>
    public ImmutableArray<AdoptedYear> Years => [.. AdoptedYear.Of(History).Where(year => OfficeCode is null || year.Office == OfficeCode)];

    public DateOnly Today => clock.Today;

    /// <summary>What adopting the notice would change; none before it was read without a fault.</summary>
    public AdoptionForeseen? Foreseen { get; private set; }

    /// <summary>What looks like a slip in it.</summary>
    public ImmutableArray<string> Hints { get; private set; } = [];

    /// <summary>Somebody else adopted something after the consequences were seen.</summary>
    public bool MovedOn { get; private set; }

    /// <summary>The office whose own days the page is about; none for everybody's.</summary>
    public abstract string? OfficeCode { get; }

    /// <summary>The address of this page.</summary>
    public abstract string Address { get; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        history = await calendars.RefreshAsync(cancellationToken);
        CommandId = Guid.CreateVersion7();
    }

    /// <summary>试算: shows what it would change, and writes nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is not { } file)
        {
            return PageWithErrors();
        }

        return Show(await adoption.ForeseeAsync(new(file.Notice, OfficeCode), cancellationToken), file) ? Page() : PageWithErrors();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is not { } file)
        {
            return PageWithErrors();
        }

        if (CommandId == Guid.Empty || SeenVersion is not { } seen)
        {
            ModelState.AddModelError("", "请先查看采用后的变动，再采用。");
            return PageWithErrors();
        }

        var act = ActOf(CalendarStore.SystemOffice, CommandId, clock.Now);
        switch (await adoption.AdoptAsync(new(file.Notice, OfficeCode), seen, act, cancellationToken))
        {
            case NoticeAdopted adopted:
                Banner = $"已采用{CalendarSentences.Title(file.Notice.Year, OfficeCode)}。{CalendarSentences.Of(adopted.Effect)}";
                return Redirect(Address);
            case AdoptedBefore:
                Banner = CalendarSentences.AdoptedBefore;
                return Redirect(Address);
            case CalendarMovedOn(var now):
                MovedOn = true;
                Show(now, file);
                return PageWith(StatusCodes.Status409Conflict);
            case AdoptionRefused refused:
                Show(refused, file);
                return PageWithErrors();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Reads what was typed or uploaded; none after saying what is wrong with it.</summary>
    private async Task<NoticeFile?> ReadAsync(CancellationToken cancellationToken)
    {
        history = await calendars.RefreshAsync(cancellationToken);
        string? fault = null;
        if (Form.File is { Length: > 0 and <= InputLimits.Notice } uploaded)
        {
            using var bytes = new MemoryStream();
            await uploaded.CopyToAsync(bytes, cancellationToken);
            ModelState.Remove("Form.Text");
            try
            {
                Form.Text = NoticeFile.TextOf(bytes.ToArray());
            }
            catch (NoticeFileException unreadable)
            {
                fault = unreadable.Message;
            }
        }

        fault ??= Form switch
        {
            { File.Length: > InputLimits.Notice } or { Text.Length: > InputLimits.Notice } => InputLimits.NoticeTooLong,
            { Text: null } or { Text: "" } => "请粘贴放假安排，或者选择文件。",
            _ => null,
        };
        if (fault is null && ModelState.IsValid)
        {
            try
            {
                return NoticeFile.Read(Form.Text!);
            }
            catch (NoticeFileException unreadable)
            {
                fault = unreadable.Message;
            }
        }

        if (fault is not null)
        {
            ModelState.AddModelError("Form.Text", fault);
        }

        return null;
    }

    private bool Show(AdoptionResult result, NoticeFile file)
    {
        switch (result)
        {
            case AdoptionForeseen foreseen:
                Foreseen = foreseen;
                Hints = NoticeWords.Hints(file, OfficeCode is null);
                ModelState.Remove(nameof(SeenVersion));
                SeenVersion = foreseen.Version;
                return true;
            case AdoptionRefused(var reason):
                Refuse(reason, file);
                return false;
            default:
                throw new UnreachableException();
        }
    }

    private void Refuse(Refusal reason, NoticeFile file)
    {
        ModelState.AddModelError("Form.Text", RefusalSentences.Of(reason));
        foreach (var fault in reason is NoticeFaulty faulty ? faulty.Faults : [])
        {
            ModelState.AddModelError("Form.Text", NoticeWords.Sentence(fault, file));
        }
    }

    public sealed class Input
    {
        /// <summary>The notice as text.</summary>
        [DataType(DataType.MultilineText)]
        public string? Text { get; set; }

        /// <summary>The notice as a file, which goes before the text.</summary>
        public IFormFile? File { get; set; }
    }
}
