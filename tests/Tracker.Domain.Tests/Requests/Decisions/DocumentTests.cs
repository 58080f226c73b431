using System.Text;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>附件: which files, how large, and that they move nothing.</summary>
public class DocumentTests
{
    private static readonly Guid Scan = new("00000000-0000-7000-8000-000000000001");
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly DocumentAdded Adding = new(Scan, On("2023-04-01"), DocumentType.Pdf, 1000);

    [Fact]
    public void A_document_is_added_also_after_the_end_and_moves_neither_clock_nor_steps()
    {
        var answered = Received.Evolve(Answer("2023-03-10"));

        answered.When(Add(1000)).Then(Adding);
        Assert.Equal([Adding], answered.Evolve(Adding).Documents);
        Assert.Equal(answered.LastFactOn, answered.Evolve(Adding).LastFactOn);
        Assert.Equal(
            RequestClock.Read(Received, WorkingCalendar.Embedded).DueOn, RequestClock.Read(Received.Evolve(Adding), WorkingCalendar.Embedded).DueOn);
    }

    [Fact]
    public void It_is_removed_once_and_only_if_it_is_there()
    {
        var added = Received.Evolve(Adding);
        var removed = new DocumentRemoved(Scan, On("2023-04-01"));

        added.When(Remove).Then(removed);
        Assert.Empty(added.Evolve(removed).Documents);
        added.Evolve(removed).When(Remove).ThenRefused(new NoSuchDocument());
        Received.When(Remove).ThenRefused(new NoSuchDocument());
    }

    [Fact]
    public void Neither_empty_nor_too_large_alone_or_together()
    {
        var full = Enumerable.Range(0, 10).Aggregate(Received, (state, _) => state.Evolve(Adding with { Document = Guid.NewGuid(), Size = DocumentLimits.PerDocument }));

        Received.When(Add(DocumentLimits.PerDocument)).Then(Adding with { Size = DocumentLimits.PerDocument });
        Received.When(Add(0)).ThenRefused(new DocumentEmpty());
        Received.When(Add(DocumentLimits.PerDocument + 1)).ThenRefused(new DocumentTooLarge(DocumentLimits.PerDocument));
        full.When(Add(1)).ThenRefused(new CaseDocumentsTooLarge(DocumentLimits.PerCase));
        full.Evolve(new DocumentRemoved(full.Documents[0].Document, On("2023-04-01"))).When(Add(1)).Then(Adding with { Size = 1 });
    }

    [Fact]
    public void Not_to_what_is_not_there_or_was_erased()
    {
        var erased = Received.Evolve(Adding).Evolve(Answer("2023-03-10")).Evolve(new PersonalDataErased(On("2023-03-20")));

        Nothing.When(Add(1)).ThenRefused(new NotRegistered());
        Nothing.When(Remove).ThenRefused(new NotRegistered());
        erased.When(Add(1)).ThenRefused(new PersonalDataAlreadyErased(On("2023-03-20")));
        erased.When(Remove).ThenRefused(new PersonalDataAlreadyErased(On("2023-03-20")));
    }

    [Fact]
    public void Taking_back_passes_it_over()
    {
        var state = Received.Evolve(Notice("2023-03-07")).Evolve(Adding);

        Assert.Equal(2, TakeBackEntry.LatestOf(state)!.Version);
        state.When(before => TakeBackEntry.Decide(before, new(3, On("2023-03-08"), Reason: null), On("2023-04-01"))).ThenRefused(new NotTheLatestEntry());
    }

    [Theory]
    [InlineData("扫描件.pdf", "扫描件.pdf")]
    [InlineData("../../etc/x.pdf", "x.pdf")]
    [InlineData(@"C:\样例\x.pdf", "x.pdf")]
    [InlineData(" x.pdf ", "x.pdf")]
    [InlineData("𠮷.pdf", "𠮷.pdf")]
    public void Of_a_name_its_last_part_is_kept(string sent, string kept) => Assert.Equal((kept, null), DocumentNames.Of(sent));

    [Theory]
    [InlineData("a\r\nb.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a\u202Efdp.pdf")]
    [InlineData("a\u2066.pdf")]
    [InlineData("a\u200B.pdf")]
    [InlineData("a\uFEFF.pdf")]
    [InlineData("a\u2028.pdf")]
    [InlineData("a\uD800.pdf")]
    [InlineData("..")]
    [InlineData("x/..")]
    public void A_name_that_deceives_is_none(string sent) => Assert.Equal(new DocumentNameNotValid(), DocumentNames.Of(sent).Refusal);

    [Fact]
    public void No_name_and_one_too_long_are_refused()
    {
        Assert.Equal(new NoDocumentChosen(), DocumentNames.Of("").Refusal);
        Assert.Equal(new NoDocumentChosen(), DocumentNames.Of("x/").Refusal);
        Assert.Null(DocumentNames.Of(new string('甲', 196) + ".pdf").Refusal);
        Assert.Equal(new DocumentNameTooLong(200), DocumentNames.Of(new string('甲', 197) + ".pdf").Refusal);
    }

    [Theory]
    [InlineData("a.PDF", "%PDF-1.7", true)]
    [InlineData("a.pdf", "<html>%PDF-", false)]
    [InlineData("a.pdf", "", false)]
    [InlineData("a.jpeg", "\u00FF\u00D8\u00FF\u00E0", true)]
    [InlineData("a.png", "\u0089PNG\r\n\u001A\n", true)]
    [InlineData("a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\">", false)]
    [InlineData("a.tif", "II*\0", true)]
    [InlineData("a.docx", "PK\u0003\u0004", true)]
    [InlineData("a.ofd", "PK\u0003\u0004", true)]
    [InlineData("a.doc", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", true)]
    [InlineData("a.xls", "PK\u0003\u0004", false)]
    [InlineData("a.txt", "\u00EF\u00BB\u00BFplain", true)]
    [InlineData("a.txt", "\u00FF\u00FEa\0b\0", true)]
    [InlineData("a.txt", "\u00B2\u00E2\u00CA\u00D4", true)]
    [InlineData("a.txt", " \r\n<!DOCTYPE html>", false)]
    [InlineData("a.txt", "\u00FF\u00FE<\0s\0c\0r\0i\0p\0t\0>\0", false)]
    [InlineData("a.txt", "MZ\0\0", false)]
    public void A_file_is_what_its_name_and_its_first_bytes_both_say(string name, string head, bool isTaken) =>
        Assert.Equal(isTaken, DocumentTypes.BeginsAs(DocumentTypes.ByName(name)!.Value, Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.svg")]
    [InlineData("a.zip")]
    [InlineData("a.docm")]
    [InlineData("a.pdf.exe")]
    [InlineData("pdf")]
    [InlineData(".pdf")]
    public void Of_other_kinds_nothing_is_taken(string name) => Assert.Null(DocumentTypes.ByName(name));

    [Fact]
    public void Every_kind_has_an_ending_and_a_beginning_of_its_own() =>
        Assert.Equal(Enum.GetValues<DocumentType>(), DocumentTypes.Endings.Select(ending => DocumentTypes.ByName("a" + ending)).Distinct().Cast<DocumentType>());

    private static Func<RequestState, Decision<RequestEvent>> Add(long size) =>
        state => AddDocument.Decide(state, new(Scan, DocumentType.Pdf, size, Name: null, Digest: null), On("2023-04-01"));

    private static Decision<RequestEvent> Remove(RequestState state) => RemoveDocument.Decide(state, new(Scan, Reason: null), On("2023-04-01"));
}
