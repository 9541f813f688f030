using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>A form that a line of a chat can have, and what such a line makes happen.</summary>
/// <param name="form">A regular expression for the whole line.</param>
/// <param name="play">Gets the stage and the groups of the expression.</param>
internal sealed class ChatLine([StringSyntax(StringSyntaxAttribute.Regex)] string form, Func<ChatStage, GroupCollection, Task> play)
{
    private readonly Regex _form = new($"^{form}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public ChatLine([StringSyntax(StringSyntaxAttribute.Regex)] string form, Action<ChatStage, GroupCollection> play)
        : this(form, (stage, said) =>
        {
            play(stage, said);
            return Task.CompletedTask;
        })
    {
    }

    public bool Fits(string line) => _form.IsMatch(line);

    public Task PlayAsync(string line, ChatStage stage) => play(stage, _form.Match(line).Groups);
}
