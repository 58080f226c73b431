using System.Runtime.InteropServices;

namespace Tracker.Reminders.Outbox;

/// <summary>What came of an attempt. The members' names are stored: retired, never renamed.</summary>
public enum SendResult
{
    /// <summary>对方已接收</summary>
    Delivered,

    /// <summary>Everything it was about has been settled meanwhile.</summary>
    NothingStands,

    /// <summary>The recipient has turned the channel off, or is gone.</summary>
    ChannelOff,

    /// <summary>It came up within 免打扰时段.</summary>
    QuietHours,

    /// <summary>The program stopped before its turn.</summary>
    PutBack,

    /// <summary>没有设置发信服务器</summary>
    NotSetUp,

    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>Cut off in the middle; it may have arrived.</summary>
    ConnectionLost,

    /// <summary>No encrypted connection, or a certificate nobody vouches for.</summary>
    NotSecure,

    /// <summary>User or password are not accepted.</summary>
    SignInRefused,

    /// <summary>The other side asks for patience.</summary>
    Busy,

    /// <summary>The other side refuses this message for good.</summary>
    Refused,

    /// <summary>No address a message may be sent to.</summary>
    AddressNotAllowed,

    /// <summary>Whoever sent it was cut off, every time.</summary>
    Interrupted,

    /// <summary>Something of ours is wrong; the log knows more.</summary>
    Failed,
}

/// <summary>What is done with a message after an attempt.</summary>
public enum Verdict
{
    /// <summary>It is sent.</summary>
    Sent,

    /// <summary>It is not sent, and never will be.</summary>
    Dropped,

    /// <summary>It was not tried; it waits until another time.</summary>
    Postponed,

    /// <summary>It is tried again after a pause, unless it was the last try.</summary>
    Retried,

    /// <summary>It is given up at once.</summary>
    Parked,
}

/// <summary>What came of an attempt to send a message.</summary>
/// <param name="Result">What.</param>
/// <param name="Answer">What the other side answered: the code of SMTP or HTTP, or a robot's errcode.</param>
/// <param name="Until">Until when it waits, if it was not tried.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SendOutcome(SendResult Result, int? Answer = null, DateTimeOffset? Until = null)
{
    public Verdict Verdict => Result switch
    {
        SendResult.Delivered => Verdict.Sent,
        SendResult.NothingStands or SendResult.ChannelOff => Verdict.Dropped,
        SendResult.QuietHours or SendResult.PutBack => Verdict.Postponed,
        SendResult.NotSetUp or SendResult.Unreachable or SendResult.TimedOut or SendResult.ConnectionLost or SendResult.NotSecure
            or SendResult.SignInRefused or SendResult.Busy or SendResult.Failed => Verdict.Retried,
        SendResult.Refused or SendResult.AddressNotAllowed or SendResult.Interrupted => Verdict.Parked,
    };
}

/// <summary>Sends one message, and says what came of it; what can go wrong outside is an answer and no exception.</summary>
public delegate Task<SendOutcome> SendMessage(OutgoingMessage message, DateTimeOffset now, CancellationToken cancellationToken);
