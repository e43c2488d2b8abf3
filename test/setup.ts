import { afterAll } from "@jest/globals";
import { Socket } from "node:net";
import { takeSecrets } from "./trace/trace.ts";

// The network is off in tests; servers of the test itself, on this machine, are reached.
const LOCAL: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1", "0.0.0.0", "::"]);
const GUARDED = Symbol.for("minutebook.test.network-guard");

/** The host that a socket is asked to connect to; undefined: none, but a pipe on this machine. */
function hostOf([first, second]: readonly unknown[]): string | undefined {
  const target = Array.isArray(first) ? first[0] : first;
  if (typeof target === "string") return undefined;
  if (typeof target === "number") return typeof second === "string" ? second : "localhost";
  const { path, host } = Object(target);
  return path === undefined || path === null ? (host ?? "localhost") : undefined;
}

// Test files share Node's own modules, so that this is done once for all of them.
if (!(GUARDED in Socket.prototype)) {
  const connect: unknown = Socket.prototype.connect;
  Object.assign(Socket.prototype, {
    [GUARDED]: true,
    connect(this: Socket, ...args: unknown[]): unknown {
      const host = hostOf(args);
      if (host !== undefined && !LOCAL.has(host)) throw new Error(`The network is off in tests: ${host}`);
      return Reflect.apply(connect as (...args: unknown[]) => unknown, this, args);
    },
  });
}

// The log of the program under test in this file, at trace level: it must not contain secrets.
afterAll(() => {
  const secrets = takeSecrets();
  if (secrets.length > 0) throw new Error(`Secrets were logged or printed:\n${secrets.join("\n")}`);
});
