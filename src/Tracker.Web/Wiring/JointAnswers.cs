using System.Collections.Immutable;
using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>What became of an answer to several requests: of the one it was done from, or what stands against another.</summary>
public sealed record JointAnswerResult(ChangeResult<RequestState, RequestEvent>? Change, string? Fault);

/// <summary>一并答复: one letter answers several open requests of an office, in one transaction: all of them or none.</summary>
public sealed class JointAnswers(Book book, RequestStore requests, CaseList cases)
{
    /// <param name="id">The request it is done from.</param>
    /// <param name="seenVersion">As the person saw that one; the others are taken as they stand.</param>
    /// <param name="numbers">The numbers of the others.</param>
    /// <param name="act">One command for all of them.</param>
    /// <param name="decide">Decides for each anew, so that what is sealed is sealed under each request's own key; told whether it is another.</param>
    /// <param name="cancellationToken">Ends it before it is done.</param>
    public async Task<JointAnswerResult> AnswerAsync(
        Guid id,
        long seenVersion,
        ImmutableArray<string> numbers,
        Act act,
        Func<RequestState, Guid?, Decision<RequestEvent>> decide,
        CancellationToken cancellationToken)
    {
        var others = ImmutableArray.CreateBuilder<(string Number, Guid Id)>();
        foreach (var number in numbers)
        {
            var found = await cases.IdsByNumberAsync(act.Office, number, cancellationToken);
            if (WhyNot(found, id) is { } fault)
            {
                return new(Change: null, $"{number}：{fault}");
            }

            others.Add((number, found[0]));
        }

        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var alone = new NpgsqlBatch(connection, transaction) { BatchCommands = { Book.AloneWithAppends() } })
        {
            await alone.ExecuteNonQueryAsync(cancellationToken);
        }

        await book.Calendars.RefreshAsync(cancellationToken); // nobody adopts a notice until this ends
        var change = await requests.ChangeWithinAsync(connection, id, act, state => decide(state, null), cancellationToken, seenVersion);
        if (change is not Changed<RequestState, RequestEvent> { Repeated: false })
        {
            return new(change, Fault: null);
        }

        foreach (var (number, other) in others)
        {
            switch (await requests.ChangeWithinAsync(connection, other, act, state => decide(state, id), cancellationToken))
            {
                case Changed<RequestState, RequestEvent>:
                    break;
                case NotChanged<RequestState, RequestEvent>(var reason, _):
                    return new(Change: null, $"{number}：{RefusalSentences.Of(reason)}");
                default:
                    throw new UnreachableException("A request taken as it stands has met no other writer.");
            }
        }

        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        return new(change, Fault: null);
    }

    private static string? WhyNot(ImmutableArray<Guid> found, Guid own) => found switch
    {
        [] => "没有这个登记编号的申请。",
        [var only] when only == own => "就是正在答复的这件申请，不用再填。",
        [_] => null,
        _ => "有多件申请用这个登记编号，请分别登记答复。",
    };
}
