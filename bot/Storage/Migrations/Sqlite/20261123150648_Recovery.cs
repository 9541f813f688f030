using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatOpsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Recovery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Channel",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Tenant = table.Column<string>(type: "TEXT", nullable: true),
                    TeamId = table.Column<string>(type: "TEXT", nullable: true),
                    TeamName = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    ServiceUrl = table.Column<string>(type: "TEXT", nullable: false),
                    BotId = table.Column<string>(type: "TEXT", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Delivery",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: true),
                    ActivityId = table.Column<string>(type: "TEXT", nullable: true),
                    ShownVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    RepliedLines = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedBy = table.Column<string>(type: "TEXT", nullable: true),
                    Doing = table.Column<string>(type: "TEXT", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Resent = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delivery", x => new { x.EventId, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "Lease",
                columns: table => new
                {
                    Task = table.Column<string>(type: "TEXT", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lease", x => x.Task);
                });

            migrationBuilder.CreateTable(
                name: "OpenSystem",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "TEXT", nullable: false),
                    Primary = table.Column<string>(type: "TEXT", nullable: false),
                    IsDrill = table.Column<bool>(type: "INTEGER", nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenSystem", x => new { x.Tenant, x.Primary, x.IsDrill });
                });

            migrationBuilder.CreateTable(
                name: "RecoveryEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Tenant = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclaredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnnouncedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Home = table.Column<string>(type: "TEXT", nullable: true),
                    FannedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryEvent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportedEvent",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportedEvent", x => new { x.Source, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Subscription",
                columns: table => new
                {
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    System = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsFromSettings = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscription", x => new { x.ChannelId, x.System });
                });

            migrationBuilder.CreateTable(
                name: "Viewer",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    Tenant = table.Column<string>(type: "TEXT", nullable: true),
                    IsInvitation = table.Column<bool>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Viewer", x => x.Hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Channel_TeamId",
                table: "Channel",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Delivery_ChannelId",
                table: "Delivery",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_Delivery_ClaimedBy_Rank_Due",
                table: "Delivery",
                columns: new[] { "ClaimedBy", "Rank", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenSystem_EventId",
                table: "OpenSystem",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryEvent_IsOpen_ChangedAt",
                table: "RecoveryEvent",
                columns: new[] { "IsOpen", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryEvent_Number",
                table: "RecoveryEvent",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryEvent_RequestId",
                table: "RecoveryEvent",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportedEvent_At",
                table: "ReportedEvent",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Subscription_System",
                table: "Subscription",
                column: "System");

            migrationBuilder.CreateIndex(
                name: "IX_Viewer_Until",
                table: "Viewer",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Channel");

            migrationBuilder.DropTable(
                name: "Delivery");

            migrationBuilder.DropTable(
                name: "Lease");

            migrationBuilder.DropTable(
                name: "OpenSystem");

            migrationBuilder.DropTable(
                name: "RecoveryEvent");

            migrationBuilder.DropTable(
                name: "ReportedEvent");

            migrationBuilder.DropTable(
                name: "Subscription");

            migrationBuilder.DropTable(
                name: "Viewer");
        }
    }
}
