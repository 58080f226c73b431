using System.Diagnostics;

namespace Tracker.Domain.Offices;

/// <summary>
/// 机关代码: the opaque name of an office in the book, for ever. The office's own name is a dated fact and may change; the code
/// never does.
/// </summary>
public static class OfficeCode
{
    public const string Rule = "1 至 64 个字母、数字、短横线或下划线，以字母或数字开头";

    public static bool IsValid(string? code) =>
        code is { Length: >= 1 and <= 64 }
        && char.IsAsciiLetterOrDigit(code[0])
        && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}

/// <summary>A fact of one office. The family is closed.</summary>
public abstract record OfficeEvent
{
    private protected OfficeEvent() { }
}

/// <summary>机关启用: the office keeps its register here from this day on.</summary>
public sealed record OfficeOpened(string Code, string Name, DateOnly OpenedOn) : OfficeEvent;

/// <summary>What is known of an office.</summary>
public sealed record OfficeState
{
    public static OfficeState None { get; } = new();

    public OfficeOpened? Opening { get; private init; }

    public OfficeState Evolve(OfficeEvent happened) => happened switch
    {
        OfficeOpened e => this with { Opening = e },
        _ => throw new UnreachableException(),
    };
}

/// <summary>Why an office cannot be opened.</summary>
public abstract record OfficeRefusal : Refusal
{
    private protected OfficeRefusal() { }
}

/// <summary>Not a code.</summary>
public sealed record OfficeCodeNotValid : OfficeRefusal;

/// <summary>No name.</summary>
public sealed record OfficeNameMissing : OfficeRefusal;

/// <summary>The code stands for an office already.</summary>
public sealed record OfficeAlreadyOpen(string Name) : OfficeRefusal;

/// <summary>启用机关</summary>
public sealed record OpenOffice(string Code, string Name)
{
    public const int LongestName = 100;

    public static Decision<OfficeEvent> Decide(OfficeState state, OpenOffice command, DateOnly today)
    {
        var name = command.Name.Trim();
        OfficeRefusal? reason =
            !OfficeCode.IsValid(command.Code) ? new OfficeCodeNotValid()
            : name.Length is 0 or > LongestName ? new OfficeNameMissing()
            : state.Opening is { } opening && opening.Name != name ? new OfficeAlreadyOpen(opening.Name)
            : null;

        return reason is not null ? new Refused<OfficeEvent>(reason)
            : state.Opening is not null ? new Accepted<OfficeEvent>([])
            : new Accepted<OfficeEvent>([new OfficeOpened(command.Code, name, today)]);
    }
}
