import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import nock from "nock";
import { makeTokenClients } from "../../src/github/clients.ts";
import { connectGitHub } from "../../src/github/connect.ts";

const LABEL = {
  repository: "octo-org/app",
  name: "meeting-action",
  color: "bfdadc",
  description: "From minutes",
};
const ISSUE = {
  repository: "octo-org/app",
  title: "Print the timetable",
  body: "From a meeting.",
  labels: ["meeting-action"],
  assignees: ["mona"],
  milestone: null,
};

const silent = { debug() {}, info() {}, warn() {}, error() {} };

beforeEach(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
});

afterEach(() => {
  const open = nock.pendingMocks();
  nock.cleanAll();
  // Sockets of other tests are not to be touched.
  nock.restore();
  expect(open).toEqual([]);
});

function connect(options: { readonly baseUrl?: string } = {}) {
  return connectGitHub(makeTokenClients(new Octokit({ auth: "s3cret", log: silent, ...options })));
}

test("a request goes to GitHub with the token, and says just what it has to", async () => {
  nock("https://api.github.com", { reqheaders: { authorization: "token s3cret" } })
    .post("/repos/octo-org/app/labels", {
      name: LABEL.name,
      color: LABEL.color,
      description: LABEL.description,
    })
    .reply(201, {});

  await expect(connect().createLabel(LABEL)).resolves.toBeUndefined();
});

test("a request goes to a GitHub Enterprise Server where one is given", async () => {
  nock("https://ghe.example.org").post("/api/v3/repos/octo-org/app/labels").reply(201, {});

  await expect(
    connect({ baseUrl: "https://ghe.example.org/api/v3" }).createLabel(LABEL),
  ).resolves.toBeUndefined();
});

test.each([
  ["a space", "good first issue", "good%20first%20issue"],
  ["a slash", "area/docs", "area%2Fdocs"],
  ["signs of addresses", "c#? 100%", "c%23%3F%20100%25"],
])("a label with %s is taken off by its whole name", async (_what, label, encoded) => {
  nock("https://api.github.com").delete(`/repos/octo-org/app/issues/7/labels/${encoded}`).reply(200, []);

  await expect(connect().removeLabel("octo-org/app", 7, label)).resolves.toBeUndefined();
});

test("nothing that people wrote is written into a query: it goes as a variable", async () => {
  const path = 'meetings/a"b\\c\n}.md';
  const queries: { readonly query: string; readonly variables: object }[] = [];
  nock("https://api.github.com")
    .post("/graphql", (body) => queries.push(body) > 0)
    .reply(200, { data: {} });

  await connect()
    .readFiles("octo-org/minutes", [{ path, commit: "c0ffee" }])
    .catch(() => undefined);

  expect(queries).toHaveLength(1);
  expect(queries[0]?.query).not.toContain("meetings/a");
  expect(JSON.stringify(queries[0]?.variables)).toContain(JSON.stringify(path).slice(1, -1));
});

test("what GitHub silently left out of an issue is reported", async () => {
  nock("https://api.github.com").post("/repos/octo-org/app/issues").reply(201, {
    id: 1,
    number: 7,
    html_url: "https://github.com/octo-org/app/issues/7",
    labels: [],
    assignees: [],
    body: ISSUE.body,
  });

  const { number, dropped } = await connect().createIssue(ISSUE);

  expect(number).toBe(7);
  expect(dropped.join(" ")).toMatch(/meeting-action/);
  expect(dropped.join(" ")).toMatch(/mona/);
});

describe("an answer that is no success", () => {
  test.each([
    [404, {}, { kind: "refused", status: 404, outcomeUnknown: false }],
    [422, {}, { kind: "refused", status: 422, outcomeUnknown: false }],
    [502, {}, { kind: "transient", status: 502, outcomeUnknown: true }],
    [429, { "retry-after": "31" }, { kind: "transient", status: 429, retryAfterSeconds: 31 }],
  ])("of %d says what to make of it", async (status, headers, expected) => {
    nock("https://api.github.com")
      .post("/repos/octo-org/app/labels")
      .reply(status, { message: "No." }, headers);

    await expect(connect().createLabel(LABEL)).rejects.toMatchObject(expected);
  });

  test("because the connection broke leaves the outcome unknown", async () => {
    nock("https://api.github.com").post("/repos/octo-org/app/labels").replyWithError("socket hang up");

    await expect(connect().createLabel(LABEL)).rejects.toMatchObject({
      kind: "transient",
      status: null,
      outcomeUnknown: true,
    });
  });
});
