namespace ChatOpsBot.Tests.Understanding;

/// <summary>A time phrase leaves its sentence whole: what is cut off it would silently mean another time.</summary>
public sealed class TimeSlotTests
{
    [Theory]
    [InlineData("restore PRODLIB on LPAR1 from an hour ago", "en-US", "an hour ago")]
    [InlineData("restore PRODLIB on LPAR1 from 30 min ago", "en-US", "30 min ago")]
    [InlineData("restore PRODLIB on LPAR1 from 2026-11-27T22:00Z", "en-US", "2026-11-27T22:00Z")]
    [InlineData("restore PRODLIB on LPAR1 from 2026-11-27T22:00:00+01:00", "en-US", "2026-11-27T22:00:00+01:00")]
    [InlineData("restore PRODLIB on LPAR1 from 2026-11-27 22:00 CET please", "en-US", "2026-11-27 22:00 CET")]
    [InlineData("restore PRODLIB on LPAR1 from the day before yesterday", "en-US", "day before yesterday")]
    [InlineData("restore PRODLIB on LPAR1 from the day before yesterday 23:59", "en-US", "day before yesterday 23:59")]
    [InlineData("restore PRODLIB from yesterday 22:00 CDT on LPAR1", "en-US", "yesterday 22:00 CDT")]
    [InlineData("restore PRODLIB on LPAR1 from yesterday 22:00 XQT", "en-US", "yesterday 22:00 XQT")]
    [InlineData("restore PRODLIB on LPAR1 from yesterday 22:00 +05:30", "en-US", "yesterday 22:00 +05:30")]
    [InlineData("restore PRODLIB on LPAR1 from yesterday 22:00 Europe/Madrid please", "en-US", "yesterday 22:00 Europe/Madrid")]
    [InlineData("restore PRODLIB on LPAR1 from yesterday 10pm New York time", "en-US", "yesterday 10pm New York time")]
    [InlineData("restaurar PRODLIB en LPAR1 de antes de ayer a las 22:00", "es-ES", "antes de ayer a las 22:00")]
    [InlineData("restaurar PRODLIB en LPAR1 del lunes a las 22:00", "es-ES", "lunes a las 22:00")]
    [InlineData("restaurar PRODLIB en LPAR1 de anteayer a las 22:00", "es-ES", "anteayer a las 22:00")]
    [InlineData("restaurer PRODLIB sur LPAR1 d'hier à 22:00", "fr-FR", "d'hier à 22:00")]
    [InlineData("LPAR1のPRODLIBを昨日22時に復元", "ja-JP", "昨日22時")]
    public void Nothing_inside_it_is_dropped(string text, string locale, string expected) =>
        Assert.Equal(expected, Listener.Hear(text, locale: locale).Slots["point_in_time"]);
}
