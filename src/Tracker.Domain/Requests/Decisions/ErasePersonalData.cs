using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 删除个人信息: the key under which everything personal of a request is sealed is destroyed (个人信息保护法 art 47). What the request
/// was, when and how it ended stays, and so does every figure. Only after the request has ended: until then the purpose for which
/// it is kept has not been achieved.
/// </summary>
/// <param name="On">The legal day.</param>
public sealed record ErasePersonalData(DateOnly On)
{
    public static Decision<RequestEvent> Decide(RequestState state, ErasePersonalData command) => state switch
    {
        { IsRegistered: false } => Refuse(new NotRegistered()),
        { IsClosed: false } => Refuse(new StillOpen()),
        { PersonalDataErasedOn: { } on } => Refuse(new PersonalDataAlreadyErased(on)),
        _ => Accept(new PersonalDataErased(command.On)),
    };
}
