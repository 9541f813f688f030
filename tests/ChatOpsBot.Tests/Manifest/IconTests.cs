using System.Xml.Linq;
using BigGustave;

namespace ChatOpsBot.Tests.Manifest;

public sealed class IconTests
{
    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void An_icon_has_the_size_that_Teams_asks_for_and_so_has_its_source(string icon, int size)
    {
        var png = Png.Open(ManifestSource.File($"{icon}.png"));
        var svg = XDocument.Load(ManifestSource.File($"{icon}.svg")).Root!;

        Assert.Equal((size, size), (png.Width, png.Height));
        Assert.Equal(($"{size}", $"{size}"), ((string?)svg.Attribute("width"), (string?)svg.Attribute("height")));
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
    {
        var pixels = Pixels(Png.Open(ManifestSource.File("outline.png"))).ToList();

        Assert.All(pixels.Where(pixel => pixel.A > 0), pixel => Assert.Equal((255, 255, 255), (pixel.R, pixel.G, pixel.B)));
        Assert.InRange(pixels.Count(pixel => pixel.A == 0), pixels.Count / 2, pixels.Count - 100);
    }

    [Fact]
    public void The_color_icon_covers_its_square_and_has_the_accent_color()
    {
        var png = Png.Open(ManifestSource.File("color.png"));

        Assert.All(Pixels(png), pixel => Assert.Equal(255, pixel.A));
        Assert.Equal((0x0b, 0x4f, 0x6c), (png.GetPixel(0, 0).R, png.GetPixel(0, 0).G, png.GetPixel(0, 0).B));
        Assert.Equal("#0b4f6c", (string?)ManifestSource.Manifest["accentColor"]);
    }

    // Teams cuts squares, circles and rounded squares from it (Microsoft Teams documentation, "Design your app icons").
    [Fact]
    public void The_sign_of_the_color_icon_lies_in_the_middle_that_every_shape_shows()
    {
        var png = Png.Open(ManifestSource.File("color.png"));
        var ground = png.GetPixel(0, 0);
        var sign = (
            from x in Enumerable.Range(0, png.Width)
            from y in Enumerable.Range(0, png.Height)
            where !png.GetPixel(x, y).Equals(ground)
            select (x, y)).ToList();

        Assert.Equal((48, 143), (sign.Min(at => at.x), sign.Max(at => at.x)));
        Assert.InRange(sign.Min(at => at.y), 48, 143);
        Assert.InRange(sign.Max(at => at.y), 48, 143);
    }

    private static IEnumerable<Pixel> Pixels(Png png) =>
        from x in Enumerable.Range(0, png.Width)
        from y in Enumerable.Range(0, png.Height)
        select png.GetPixel(x, y);
}
