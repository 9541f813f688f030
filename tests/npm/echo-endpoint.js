// The endpoint of the echo bots: no more than their adapters need of a web framework. It costs less than the frameworks that their
// templates take (restify, express), so the bots are measured rather too fast than too slow.
"use strict";
const http = require("node:http");

// answer(request with its parsed body, response with the few functions of a framework)
exports.serve = answer => {
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on("data", part => parts.push(part));
    request.on("end", () => {
      request.body = JSON.parse(Buffer.concat(parts).toString("utf8"));
      response.status = code => {
        response.statusCode = code;
        return response;
      };
      response.send = body => response.end(typeof body === "string" ? body : JSON.stringify(body));
      response.header = (name, value) => response.setHeader(name, value);
      Promise.resolve(answer(request, response)).catch(fault => {
        console.error(fault);
        if (!response.writableEnded)
          response.status(500).end();
      });
    });
  });
  server.listen(Number(process.env.PORT), "127.0.0.1");
};
