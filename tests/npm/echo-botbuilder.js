// The echo bot of Bot Framework's template for JavaScript. No app id is set, so it takes and sends without tokens, as in the Emulator.
"use strict";
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = require("botbuilder");
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

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, fault) => {
  console.error(fault);
  await context.sendActivity("The bot encountered an error or bug.");
};
const bot = new EchoBot();
serve((request, response) => adapter.process(request, response, context => bot.run(context)));
