namespace Tracker.EventStore;

/// <summary>What is wrong with the book.</summary>
public enum BookFault
{
    /// <summary>版本不连续: an event is missing from its stream, or stands there twice.</summary>
    VersionGap,

    /// <summary>流的版本与事件不符: the stream's row says another version than its last event.</summary>
    StreamHead,

    /// <summary>事件内容与散列不符: an event was changed.</summary>
    EventHash,

    /// <summary>事件无法读出: what stands there is no event of this program.</summary>
    Unreadable,

    /// <summary>附属列与写入时不同: a column that no hash covers is not as it was written.</summary>
    Column,

    /// <summary>事件标识重复: two events under one id.</summary>
    SameId,

    /// <summary>链条断开: an event does not follow its predecessor.</summary>
    Chain,

    /// <summary>全局顺序与版本不符: in the global order an event stands before its predecessor.</summary>
    Order,

    /// <summary>事件未列入目录: a stored name this program does not know, or one that belongs to another kind of stream.</summary>
    Unlisted,

    /// <summary>与封存记录不符: what stands up to a seal is not what was sealed.</summary>
    Seal,

    /// <summary>与封存码不符: what stands up to the place of a head code is not what the code was made of.</summary>
    Head,

    /// <summary>编号不连续: a counter differs from the numbers in the book, or a number is missing or given twice.</summary>
    Counter,

    /// <summary>数据密钥与账簿不符: a key that should be there is not, or one is there that should have been destroyed.</summary>
    DataKey,

    /// <summary>密封内容无法解开: a sealed value does not open under the key it names, though its person was not erased.</summary>
    SealedValue,

    /// <summary>附件内容与账簿不符: a document's content is missing, cut or not the one that was added, or stands there without its event.</summary>
    DocumentContent,

    /// <summary>机关未登记: a stream stands under an office that no stream opens.</summary>
    Office,

    /// <summary>数据库的防护不全: a table, index, policy, view or privilege is not as the migrations made it.</summary>
    Guard,

    /// <summary>读模型与账簿不符: a row differs from the one recomputed from the book.</summary>
    ReadModelRow,
}

/// <summary>Where a fault is. The family is closed.</summary>
public abstract record BookPlace
{
    private protected BookPlace() { }
}

/// <summary>An event of a stream, or its row.</summary>
public sealed record InStream(StreamKey Stream, long Version) : BookPlace;

/// <summary>A place in the global order.</summary>
public sealed record AtPosition(long Position) : BookPlace;

/// <summary>A counter's year.</summary>
public sealed record InCounter(string Office, int Year) : BookPlace;

/// <summary>A row of a table that belongs to no office.</summary>
public sealed record InTable(string Table, string Row) : BookPlace;

/// <summary>A part of the database itself, as its catalogue describes it.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsMissing">True: the migrations made it and it is gone. False: it is there and they did not make it.</param>
public sealed record InDatabase(string Part, bool IsMissing) : BookPlace;

/// <summary>A row of the list of offices.</summary>
public sealed record InOffice(string Code) : BookPlace;

/// <summary>The first place at which a kind of fault was found, and how many there are.</summary>
public sealed record BookFinding(BookFault Fault, BookPlace First, long Count);

/// <summary>Collects findings, the first of each kind.</summary>
public sealed class BookFindings
{
    private readonly SortedDictionary<BookFault, BookFinding> found = [];

    public IReadOnlyCollection<BookFinding> All => found.Values;

    public bool Has(BookFault fault) => found.ContainsKey(fault);

    public void Add(BookFault fault, BookPlace place) => found[fault] = found.TryGetValue(fault, out var first)
        ? first with { Count = first.Count + 1 }
        : new(fault, place, Count: 1);

    public void Add(BookFault fault, StreamKey stream, long version) => Add(fault, new InStream(stream, version));
}
