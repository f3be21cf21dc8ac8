// Run in the Playground's process before the Playground itself.
"use strict";

// It would listen on all of the machine's addresses.
const { Server } = require("node:net");
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  const where = typeof port === "number" ? [port, "127.0.0.1"] : [port];
  return listen.call(this, ...where, ...rest);
};

// Exactly five people and one channel beside the general one: only the schema of its settings says so.
const SCHEMA = "https://aka.ms/teams-app-test-tool-config/";
const { parse } = JSON;
JSON.parse = function (text, ...rest) {
  const value = parse.call(this, text, ...rest);
  if (value && typeof value.$id === "string" && value.$id.startsWith(SCHEMA)) {
    for (const list of [value.properties.users, value.properties.team.properties.channels]) {
      delete list.minItems;
      delete list.maxItems;
    }
    JSON.parse = parse;
  }
  return value;
};
