using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.ReadModels.Tests.Rebuilding;

/// <summary>Whole registers, imported at once: a book large enough that rebuilding takes a while.</summary>
internal static class Registers
{
    /// <summary>Imports <paramref name="count"/> answered requests of five facts each.</summary>
    public static async Task ImportAsync(Book book, int count, string office = RandomHistories.Office)
    {
        var act = RandomHistories.Act(office) with { Source = Act.FromImport };
        await using var import = await BulkRegistration.BeginAsync(book, act, CaseRows.CopyAsync, default);
        await import.WriteAsync([.. Enumerable.Range(0, count).Select(Request)], default);
        await import.CommitAsync(default);
    }

    private static ImportedRequest Request(int place)
    {
        var number = $"{Guid.NewGuid():N}";
        var filed = new DateOnly(2022, 1, 4).AddDays(place % 900);
        return new(
            place + 2,
            number,
            filed,
            [
                new RequestReceived(number, NumberOrigin.Imported, Channel.InPerson, new(filed), (ApplicantKind)(place % 6), Sealed.Text("样例")),
                new SupplementNoticeIssued(filed.AddDays(3), filed.AddDays(17)),
                new SupplementReceived(filed.AddDays(8), Sealed.Text("补充")),
                new AnswerTermExtended(filed.AddDays(15), 20),
                new RequestAnswered(Grounds.All[place % 20], filed.AddDays(30)),
            ]);
    }
}
