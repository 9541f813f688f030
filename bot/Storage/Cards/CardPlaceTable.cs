using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Cards;

internal sealed class CardPlaceTable : IEntityTypeConfiguration<CardPlace>
{
    public void Configure(EntityTypeBuilder<CardPlace> builder)
    {
        builder.ToTable("CardPlace");
        builder.HasKey(place => new { place.SubjectId, place.ConversationId, place.ActivityId });
        builder.Property(place => place.SubjectKind).HasConversion<string>();
        builder.HasIndex(place => place.At);
    }
}
