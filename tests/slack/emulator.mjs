// Runs the Slack emulator as its parent says on standard input: first its options, then a line for every
// reset. Each is answered with "ready". Without a parent it ends.
import { createInterface } from "node:readline";
import { createEmulator } from "emulate";

let emulator;
for await (const line of createInterface({ input: process.stdin })) {
  if (emulator) emulator.reset();
  else emulator = await createEmulator(JSON.parse(line));
  process.stdout.write("ready\n");
}
process.exit();
