using System.Text;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>
/// Text that nobody thought of: sentences people do write, cut, mixed and spoilt. It never holds a word alone in braces, so that such a
/// word in an answer is a placeholder that was not filled in.
/// </summary>
internal static class WildText
{
    private const int Largest = 90_000;

    private static readonly string[] Sentences =
    [
        "who applies PTFs?", "wer spielt PTFs ein?", "and on our side?", "who backs up PRODLIB on LPAR1", "help", "hello", "thanks", "hilfe",
        "restore PRODLIB on LPAR1 from yesterday 22:00", "restore PAYLIB on LPAR2 from 31 February 9999 25:61", "I need a backup of HRLIB on LPAR1",
        "stelle PRODLIB auf LPAR1 von gestern Nacht wieder her", "give QSECOFR *ALLOBJ on PAYPROD until 3am", "reset the password of KLAUS",
        "declare a failover for LPAR1: the primary site has no power", "declare a drill for LPAR2", "update: storage is back, 2026-11-23 25:99",
        "fail back LPAR1", "close DR-1", "correct the last update: it was not so", "all events", "deliveries of DR-1", "follow LPAR1", "unfollow all",
        "what does this channel follow", "my requests", "approve RST-ABC123", "reject RST-ABC123: no", "status of RST-ABC123", "send it", "review",
        "cancel", "change the library to A%B", "withdraw RST-ABC123", "what do you store about me", "forget me", "show the matrix", "page 999999999",
        "who does what for OpenShift", "when is the next maintenance window", "is LPAR1 down?", "*PUBLIC *EXCLUDE QSYS.LIB/QGPL.LIB/X.FILE",
        "tomorrow at 9 to the day after at 99999999999", "every sunday 0:00 in 2038-01-19T03:14:08Z", "from -5 days to +1e9 weeks ago", "1", "yes", "no",
        "誰がPTFを適用しますか", "¿quién instala los PTF?", "кто ставит патчи", "من يقوم بالنسخ", "planned switch of LPAR1 tomorrow 10:00", "?", "!!!",
    ];

    private static readonly string[] Pieces =
    [
        "\0", "\r\n", "\n\n", "\t", "\u001b[31m", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u2066", "\u2069", "\u00ad", "\u0300\u0301\u0302", "\u2028",
        "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ß", "İ", "ﬃ", "Ω", "\ufffe", "{0}", "{{", "}}", "{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "${1+1}", "%s%n", "'; DROP TABLE \"Request\";--",
        "<at>ChatOps</at>", "</at>", "<script>alert(1)</script>", "<b>", "&amp;", "&#0;", "&#x110000;", "[x](https://evil.example)", "https://evil.example/", "**", "```", "| a | b |",
        "\\", "\"", "/", "../../etc/passwd", "-1", "0", "2147483648", "9223372036854775808", "1e308", "NaN", "00000000-0000-0000-0000-000000000000", "LPAR1", "RST-ABC123", "DR-1",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999+14:00", "1969-12-31", "2026-02-30", "24:00", "12/31/1999", "P1Y", "in 999999999 hours", "vor 5000 Jahren", "next blue moon", "for 9999 years", "9999 years", "9999 months",
        "null", "true", "undefined", "constructor", "__proto__", "password: hunter2", "ghp_0123456789abcdefghijABCDEFGHIJ012345",
    ];

    public static string Sentence(Random random) => random.GetItems(Sentences, 1)[0];

    public static string Any(Random random) => random.Next(20) switch
    {
        < 6 => Sentence(random),
        < 9 => Piece(random),
        < 13 => Mixed(random),
        < 16 => Spoilt(Sentence(random), random),
        < 18 => Letters(random),
        18 => "",
        _ => random.Next(12) == 0 ? Huge(random) : Mixed(random),
    };

    private static string Piece(Random random) => random.GetItems(Pieces, 1)[0];

    private static string Mixed(Random random)
    {
        var text = new StringBuilder();
        for (var part = random.Next(1, 7); part > 0; part--)
            text.Append(random.Next(3) == 0 ? Piece(random) : Part(Sentence(random), random)).Append(random.Next(2) == 0 ? " " : "");
        return text.ToString();
    }

    private static string Part(string text, Random random)
    {
        var from = random.Next(text.Length);
        return text[from..random.Next(from, text.Length + 1)];
    }

    private static string Spoilt(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text[..at] + Piece(random) + text[at..],
            1 => text.Remove(at, 1),
            _ => text[..at] + Letter(random) + text[(at + 1)..],
        };
    }

    private static string Letters(Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 40); left > 0; left--)
            text.Append(Letter(random));
        return text.ToString();
    }

    // Any character of any script; half of a pair now and then, which JSON can carry as an escape.
    private static char Letter(Random random) => random.Next(4) switch
    {
        0 => (char)random.Next(0x21, 0x7b),
        1 => (char)random.Next(0x20),
        _ => (char)random.Next(0x80, 0x10000),
    };

    private static string Huge(Random random) => random.Next(3) switch
    {
        0 => new string((char)random.Next(0x20, 0x7b), random.Next(1_000, Largest)),
        1 => string.Concat(Enumerable.Repeat(Sentence(random) + " ", random.Next(10, 1_000))),
        _ => string.Concat(Enumerable.Repeat(Piece(random), random.Next(10, 2_000))),
    };
}
