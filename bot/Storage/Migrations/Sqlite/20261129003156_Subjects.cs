using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatOpsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Subjects : Migration
    {
        // Written by hand: the generator takes the new column SubjectKind for the renamed RequestId, which is SubjectId.
        // A subject is a DR event where its id is one; a message of an event that is gone is known by its kind.
        // SQLite can rename no index, and keeps the old names of primary keys: renaming one would copy the whole table, and nothing refers to it.
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(name: "Errand", newName: "OutboxMessage");
            migrationBuilder.RenameTable(name: "RequestDeed", newName: "RequestAuditEntry");
            migrationBuilder.RenameTable(name: "TicketDeed", newName: "TicketAuditEntry");

            migrationBuilder.RenameColumn(name: "Home", table: "Request", newName: "Origin");
            migrationBuilder.RenameColumn(name: "Home", table: "RecoveryEvent", newName: "Origin");
            migrationBuilder.RenameColumn(name: "Standing", table: "Channel", newName: "Status");
            migrationBuilder.RenameColumn(name: "IsBuried", table: "OutboxMessage", newName: "IsDeadLetter");
            migrationBuilder.RenameColumn(name: "RequestId", table: "OutboxMessage", newName: "SubjectId");
            migrationBuilder.RenameColumn(name: "RequestId", table: "CardPlace", newName: "SubjectId");
            migrationBuilder.RenameColumn(name: "RequestId", table: "SeenActivity", newName: "SubjectId");

            migrationBuilder.DropIndex(name: "IX_Errand_IsBuried_Due", table: "OutboxMessage");
            migrationBuilder.CreateIndex(name: "IX_OutboxMessage_IsDeadLetter_Due", table: "OutboxMessage", columns: new[] { "IsDeadLetter", "Due" });
            migrationBuilder.DropIndex(name: "IX_Errand_RequestId", table: "OutboxMessage");
            migrationBuilder.CreateIndex(name: "IX_OutboxMessage_SubjectId", table: "OutboxMessage", column: "SubjectId");
            migrationBuilder.DropIndex(name: "IX_RequestDeed_ById", table: "RequestAuditEntry");
            migrationBuilder.CreateIndex(name: "IX_RequestAuditEntry_ById", table: "RequestAuditEntry", column: "ById");

            migrationBuilder.AddColumn<string>(name: "SubjectKind", table: "OutboxMessage", type: "TEXT", nullable: false, defaultValue: "Request");
            migrationBuilder.AddColumn<string>(name: "SubjectKind", table: "CardPlace", type: "TEXT", nullable: false, defaultValue: "Request");
            migrationBuilder.AddColumn<string>(name: "SubjectKind", table: "SeenActivity", type: "TEXT", nullable: true);
            migrationBuilder.Sql(
                """
                UPDATE "OutboxMessage" SET "SubjectKind" = 'Event'
                WHERE "Kind" IN ('ask-authorities', 'end-silence', 'prompt-update', 'miss-update', 'tell-declarer', 'redraw-event');
                """);
            migrationBuilder.Sql("""UPDATE "CardPlace" SET "SubjectKind" = 'Event' WHERE "SubjectId" IN (SELECT "Id" FROM "RecoveryEvent");""");
            migrationBuilder.Sql("""UPDATE "SeenActivity" SET "SubjectKind" = 'Request' WHERE "SubjectId" IS NOT NULL;""");
            migrationBuilder.Sql("""UPDATE "SeenActivity" SET "SubjectKind" = 'Event' WHERE "SubjectId" IN (SELECT "Id" FROM "RecoveryEvent");""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "SubjectKind", table: "OutboxMessage");
            migrationBuilder.DropColumn(name: "SubjectKind", table: "CardPlace");
            migrationBuilder.DropColumn(name: "SubjectKind", table: "SeenActivity");

            migrationBuilder.RenameColumn(name: "SubjectId", table: "SeenActivity", newName: "RequestId");
            migrationBuilder.RenameColumn(name: "SubjectId", table: "CardPlace", newName: "RequestId");
            migrationBuilder.RenameColumn(name: "SubjectId", table: "OutboxMessage", newName: "RequestId");
            migrationBuilder.RenameColumn(name: "IsDeadLetter", table: "OutboxMessage", newName: "IsBuried");
            migrationBuilder.RenameColumn(name: "Status", table: "Channel", newName: "Standing");
            migrationBuilder.RenameColumn(name: "Origin", table: "RecoveryEvent", newName: "Home");
            migrationBuilder.RenameColumn(name: "Origin", table: "Request", newName: "Home");

            migrationBuilder.DropIndex(name: "IX_RequestAuditEntry_ById", table: "RequestAuditEntry");
            migrationBuilder.CreateIndex(name: "IX_RequestDeed_ById", table: "RequestAuditEntry", column: "ById");
            migrationBuilder.DropIndex(name: "IX_OutboxMessage_SubjectId", table: "OutboxMessage");
            migrationBuilder.CreateIndex(name: "IX_Errand_RequestId", table: "OutboxMessage", column: "RequestId");
            migrationBuilder.DropIndex(name: "IX_OutboxMessage_IsDeadLetter_Due", table: "OutboxMessage");
            migrationBuilder.CreateIndex(name: "IX_Errand_IsBuried_Due", table: "OutboxMessage", columns: new[] { "IsBuried", "Due" });

            migrationBuilder.RenameTable(name: "TicketAuditEntry", newName: "TicketDeed");
            migrationBuilder.RenameTable(name: "RequestAuditEntry", newName: "RequestDeed");
            migrationBuilder.RenameTable(name: "OutboxMessage", newName: "Errand");
        }
    }
}
