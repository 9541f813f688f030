namespace ChatOpsBot.Tests.Understanding;

/// <summary>A time phrase leaves its sentence whole: what is cut off it would silently mean another time.</summary>
public sealed class TimeSlotTests
{
    [Theory]
    [InlineData("restore PRODLIB on LPAR1 from an hour ago", "en-US", "an hour ago")]
    [InlineData("restore PRODLIB on LPAR1 from 30 min ago", "en-US", "30 min ago")]
    [InlineData("restaurar PRODLIB en LPAR1 del lunes a las 22:00", "es-ES", "lunes a las 22:00")]
    [InlineData("restaurar PRODLIB en LPAR1 de anteayer a las 22:00", "es-ES", "anteayer a las 22:00")]
    [InlineData("restaurer PRODLIB sur LPAR1 d'hier à 22:00", "fr-FR", "d'hier à 22:00")]
    [InlineData("LPAR1のPRODLIBを昨日22時に復元", "ja-JP", "昨日22時")]
    public void Nothing_inside_it_is_dropped(string text, string locale, string expected) =>
        Assert.Equal(expected, Listener.Hear(text, locale: locale).Slots["point_in_time"]);
}
