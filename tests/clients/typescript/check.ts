// Calls to a running service, with the types that openapi-typescript makes of openapi.json.
// Usage: COOPERATION_KEY=coop_… npm run check -- http://localhost:8080
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./obj/api.js";

type Schemas = components["schemas"];

const baseUrl = process.argv[2] ?? "http://localhost:8080";

// Types are gone when it runs, so that openapi-fetch cannot know which arrays the document joins by commas.
const joined = ["sort", "fields"];
const querySerializer = (query: object) => new URLSearchParams(Object.entries(query).flatMap(([name, value]) =>
  Array.isArray(value) && !joined.includes(name) ? value.map(one => [name, String(one)]) : [[name, String(value)]])).toString();

// The media types keep the other forms of an answer out of its type.
const api = createClient<paths, "application/json" | "application/problem+json">({ baseUrl, querySerializer });
const writer = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl, querySerializer, headers: { "X-Api-Key": process.env["COOPERATION_KEY"] },
});

async function listsWithAFilterToTheLastPage() {
  const found: Schemas["StationedForce"][] = [];
  const query = { partner: ["Japan", "India"], kind: ["personnel" as const], sort: ["-count" as const, "id" as const], limit: 1, asOf: "2018-06-01" };
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data } = await api.GET("/force-posture", { params: { query: cursor ? { ...query, cursor } : query } });
    assert(data);
    found.push(...data.items);
    cursor = data.next && new URL(data.next, baseUrl).searchParams.get("cursor");
  }
  assert.deepEqual(found.map(({ id, count }) => [id, count?.value, count?.asStated]), [
    ["jpn-us-military-personnel", 54000, "54,000"],
    ["jpn-dod-civilians", null, "thousands"],
    ["jpn-family-members", null, "thousands"],
  ]);
}

async function readsARecord() {
  const { data } = await api.GET("/sales/fms/{id}", { params: { path: { id: "jpn-fms-active-cases" }, query: { asOf: "2018-06-01" } } });
  assert(data);
  assert.deepEqual(data.amount, {
    value: 19_600_000_000, low: 19_550_000_000, high: 19_650_000_000, qualifier: "stated", unit: "USD", asStated: "$19.6 billion",
  } satisfies Schemas["Quantity"]);
  assert.deepEqual(data.citations, [{ factSheet: "jpn-2018-05-21", paragraph: 4, asStated: "$19.6 billion" }]);
  assert.equal(data.kind satisfies Schemas["FigureKind"], "stock");
  assert.equal(data.period, null);
}

async function readsARecordAsOfADate() {
  const malabar = (asOf: string) => api.GET("/exercises/{id}", { params: { path: { id: "malabar" }, query: { asOf } } });
  const { data } = await malabar("2018-06-01");
  assert(data);
  assert.equal(data.statedFrom, "2018-05-21");
  assert.equal(data.formatSince, "2015");
  assert.deepEqual(data.participants.filter(one => one.role === "permanentMember").map(one => one.partner), ["JPN"]);
  const before = await malabar("2018-05-20");
  assert.equal(before.response.status, 404);
  assert.match(before.error?.detail ?? "", /first stated on 2018-05-21/);
}

async function readsAProfile() {
  const { data } = await api.GET("/partners/{code}/profile", { params: { path: { code: "jp" }, query: { asOf: "2018-06-01" } } });
  assert(data);
  assert.equal(data.partner.name, "Japan");
  assert.deepEqual(data.exercises.map(one => one.id), ["keen-sword", "malabar"]);
  assert.deepEqual(data.dcsSales[0]?.categories.map(one => one.usml), [["VIII"], ["XI"], ["XIX"], ["IV"], ["XII"]]);
}

async function isToldWhatIsWrong() {
  const list = await api.GET("/agreements", { params: { query: { partner: ["Japn"], fields: ["id", "name"] } } });
  assert.equal(list.response.status, 400);
  assert.deepEqual(list.error?.errors?.map(({ parameter, code, didYouMean }) => ({ parameter, code, didYouMean })), [
    { parameter: "partner", code: "unknownValue", didYouMean: ["JPN"] },
  ]);
  const record = await api.GET("/agreements/{id}", { params: { path: { id: "us-japan-sof" } } });
  assert.equal(record.response.status, 404);
  assert.equal(record.error?.didYouMean?.[0], "us-japan-sofa");
}

async function writesAndFollowsTheChanges() {
  const id = `typescript-${Date.now()}`;
  const start = await api.GET("/changes", { params: { query: { after: "now" } } });
  assert(start.data);
  const created = await writer.POST("/sales/fms", {
    params: { header: { "Idempotency-Key": id } },
    body: {
      id, partners: ["JPN"], measure: "activeCases", stage: "active", kind: "stock", statedFrom: "2018-05-21",
      amount: { value: 1.2e9, qualifier: "over", unit: "USD", asStated: "$1.2 billion" },
      citations: [{ factSheet: "jpn-2018-05-21", paragraph: 4, asStated: "over $1.2 billion" }],
    },
  });
  assert.equal(created.response.status, 201);
  assert.equal(created.data?.amount?.low, 1.2e9);
  const place = { path: { id } };
  const seen = created.response.headers.get("etag") ?? "";

  const amend = (tag: string) => writer.PATCH("/sales/fms/{id}", {
    params: { ...place, header: { "If-Match": tag, "Change-Reason": "A slip." } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { amount: { value: 1.3e9, asStated: "$1.3 billion" } },
  });
  const amended = await amend(seen);
  assert.equal(amended.data?.amount?.low, 1.3e9);
  const stale = await amend(seen);
  assert.equal(stale.response.status, 412);
  assert.equal(stale.error?.type, "urn:cooperation:problem:precondition-failed");

  const withdrawn = await writer.DELETE("/sales/fms/{id}", {
    params: { ...place, header: { "If-Match": amended.response.headers.get("etag") ?? "", "Change-Reason": "It was a check." } },
  });
  assert.equal(withdrawn.response.status, 204);
  assert.equal((await api.GET("/sales/fms/{id}", { params: place })).response.status, 410);

  const after = new URL(start.data.next, baseUrl).searchParams.get("after") ?? "";
  const { data: changes } = await api.GET("/changes", { params: { query: { after, resource: ["sales/fms"] } } });
  assert.deepEqual(changes?.items.filter(change => change.id === id).map(({ op, reason }) => [op, reason]),
    [["created", null], ["corrected", "A slip."], ["withdrawn", "It was a check."]]);
}

const calls = [listsWithAFilterToTheLastPage, readsARecord, readsARecordAsOfADate, readsAProfile, isToldWhatIsWrong, writesAndFollowsTheChanges];
for (const call of calls) await call();
console.log(`openapi-typescript: ${calls.length} calls answered as they should be`);
