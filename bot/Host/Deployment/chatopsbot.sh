#!/bin/sh
# Runs a command of the bot (doctor, requests, deliveries, person...) as the service does: with its settings, its secret and its user. Needs
# root. Install it as /usr/local/bin/chatopsbot.
exec systemd-run --unit="chatopsbot-$$" --quiet --collect --wait --pipe \
    --property=DynamicUser=yes --property=User=chatopsbot \
    --property=StateDirectory=chatopsbot --property=StateDirectoryMode=0700 --property=UMask=0077 \
    --property=EnvironmentFile=/etc/chatopsbot/chatopsbot.env \
    --property=LoadCredential=Teams__ClientSecret:/etc/chatopsbot/client-secret \
    --setenv="Storage__ConnectionString=Data Source=/var/lib/chatopsbot/chatopsbot.db" \
    /usr/bin/dotnet /opt/chatopsbot/ChatOpsBot.dll "$@"
