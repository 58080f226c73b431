using System.Reflection;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.Requests;

/// <summary>Statements for tests: of some fields, each with a value of its kind.</summary>
internal static class StatementOf
{
    private static readonly ConstructorInfo Made = typeof(AnswerStatement).GetConstructors().MaxBy(made => made.GetParameters().Length)!;

    public static AnswerStatement Fields(params AnswerField[] fields) => (AnswerStatement)Made.Invoke(
        [.. Made.GetParameters().Select(member => fields.Contains(Enum.Parse<AnswerField>(member.Name!)) ? Value(member.ParameterType, member.Name!) : null)]);

    private static object? Value(Type type, string name) =>
        type == typeof(Sealed<string>) ? Sealed.Text($"样例{name}")
        : type == typeof(DateOnly?) ? Day.On("2023-03-08")
        : Enum.GetValues(Nullable.GetUnderlyingType(type)!).GetValue(1);
}
