// An echo bot on the Microsoft 365 Agents SDK, shaped like the one of Bot Framework. No client id is set, so it needs no tokens.
"use strict";
const { ActivityHandler, CloudAdapter, MessageFactory, authorizeJWT, loadAuthConfigFromEnv } = require("@microsoft/agents-hosting");
const { serve } = require("./echo-endpoint");

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const reply = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(reply, reply));
      await next();
    });
  }
}

const settings = loadAuthConfigFromEnv();
const authorize = authorizeJWT(settings);
const adapter = new CloudAdapter(settings);
const bot = new EchoBot();
serve(async (request, response) => {
  await authorize(request, response, async () => { });
  if (!response.writableEnded)
    await adapter.process(request, response, context => bot.run(context));
});
