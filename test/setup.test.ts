import { expect, test } from "@jest/globals";
import { once } from "node:events";
import { createServer } from "node:http";

test.each(["http://example.com", "https://example.com", "http://192.0.2.1:81"])(
  "a test that asks %s fails, as the network is off",
  async (url) => {
    await expect(fetch(url)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("network is off") },
    });
  },
);

test("a test reaches its own server", async () => {
  const server = createServer((_request, response) => response.end("here")).listen(0);
  await once(server, "listening");
  const { port } = Object(server.address());

  expect(await (await fetch(`http://localhost:${port}`)).text()).toBe("here");
  server.closeAllConnections();
  server.close();
});
