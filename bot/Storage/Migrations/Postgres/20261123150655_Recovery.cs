using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatOpsBot.Storage.Migrations.Postgres
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
                    Id = table.Column<string>(type: "text", nullable: false),
                    Tenant = table.Column<string>(type: "text", nullable: true),
                    TeamId = table.Column<string>(type: "text", nullable: true),
                    TeamName = table.Column<string>(type: "text", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: true),
                    ServiceUrl = table.Column<string>(type: "text", nullable: false),
                    BotId = table.Column<string>(type: "text", nullable: false),
                    Standing = table.Column<string>(type: "text", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Delivery",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    ConversationId = table.Column<string>(type: "text", nullable: true),
                    ActivityId = table.Column<string>(type: "text", nullable: true),
                    ShownVersion = table.Column<int>(type: "integer", nullable: false),
                    RepliedLines = table.Column<int>(type: "integer", nullable: false),
                    Due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    ClaimedBy = table.Column<string>(type: "text", nullable: true),
                    Doing = table.Column<string>(type: "text", nullable: true),
                    Fault = table.Column<string>(type: "text", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Resent = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delivery", x => new { x.EventId, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "Lease",
                columns: table => new
                {
                    Task = table.Column<string>(type: "text", nullable: false),
                    Holder = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lease", x => x.Task);
                });

            migrationBuilder.CreateTable(
                name: "OpenSystem",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "text", nullable: false),
                    Primary = table.Column<string>(type: "text", nullable: false),
                    IsDrill = table.Column<bool>(type: "boolean", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenSystem", x => new { x.Tenant, x.Primary, x.IsDrill });
                });

            migrationBuilder.CreateTable(
                name: "RecoveryEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Tenant = table.Column<string>(type: "text", nullable: true),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    DeclaredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnnouncedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    Home = table.Column<string>(type: "text", nullable: true),
                    FannedVersion = table.Column<int>(type: "integer", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryEvent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportedEvent",
                columns: table => new
                {
                    Source = table.Column<string>(type: "text", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportedEvent", x => new { x.Source, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Subscription",
                columns: table => new
                {
                    ChannelId = table.Column<string>(type: "text", nullable: false),
                    System = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<string>(type: "text", nullable: true),
                    ByName = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsFromSettings = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscription", x => new { x.ChannelId, x.System });
                });

            migrationBuilder.CreateTable(
                name: "Viewer",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<string>(type: "text", nullable: false),
                    Tenant = table.Column<string>(type: "text", nullable: true),
                    IsInvitation = table.Column<bool>(type: "boolean", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
