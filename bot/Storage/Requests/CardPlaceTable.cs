using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Requests;

internal sealed class CardPlaceTable : IEntityTypeConfiguration<CardPlace>
{
    public void Configure(EntityTypeBuilder<CardPlace> builder)
    {
        builder.ToTable("CardPlace");
        builder.HasKey(place => new { place.RequestId, place.ConversationId, place.ActivityId });
        builder.HasIndex(place => place.At);
    }
}
