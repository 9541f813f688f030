// Takes the requests of ChatOpsBot and gives each a ticket number: an example to begin with.
//   npm install standardwebhooks && SECRET=<what Desk:Webhook:Secret holds> PORT=8080 node webhook-receiver.js
const http = require("node:http");
const { Webhook } = require("standardwebhooks");
const [tickets, seen] = [new Map(), new Set()]; // Keep both in a database.

http.createServer(async (request, response) => {
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += part;
  try { new Webhook(process.env.SECRET).verify(body, request.headers); } catch { return response.writeHead(401).end(); }
  const { id, type, subject, data } = JSON.parse(body);
  const shown = { ...data, file: data.file && { ...data.file, content: undefined } }; // The content is Base64; keep it with the ticket.
  if (!seen.has(id)) console.log(type, JSON.stringify(shown)); // The same id again is the same event: it is done already.
  tickets.set(subject, tickets.get(subject) ?? `OPS-${tickets.size + 1}`) && seen.add(id);
  response.writeHead(200).end(JSON.stringify({ number: tickets.get(subject) }));
}).listen(process.env.PORT, "127.0.0.1", function () { console.log(`port ${this.address().port}`); });
