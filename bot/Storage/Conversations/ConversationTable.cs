using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversation");
        builder.HasKey(conversation => conversation.Id);
        builder.HasIndex(conversation => conversation.InstalledById);
        // Of two instances that want to welcome the same place, one loses here.
        builder.Property(conversation => conversation.WelcomedAt).IsConcurrencyToken();
    }
}
