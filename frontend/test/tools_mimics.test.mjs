// Cards side by side: what may lie where, what is shown, what is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { about, FEATURES, fitted, offered, sideBySide, toggled } from "../src/tools/mimics.js";

const mimics = [["cfs", "routine"], ["als", "urgent"], ["rls", "routine"], ["isaacs", "soon"]].map(([id, urgency]) => ({ id, urgency, named_by: ["column", "evidence"] }));
const all = Object.keys(FEATURES);

test("it begins with the cards of the course and every feature", () => {
  assert.deepEqual(fitted({}, { mimics, start: ["cfs", "als"] }), { chosen: ["cfs", "als", ""], features: all, urgency: "all", turned: false });
});

test("what was kept is fitted to the cards there are", () => {
  const kept = { chosen: ["als", "gone", "als"], features: ["apart", "who", "made up"], urgency: "never", turned: "yes" };
  assert.deepEqual(fitted(kept, { mimics, start: ["cfs"] }), { chosen: ["als", "", ""], features: ["who", "apart"], urgency: "all", turned: false });
  assert.deepEqual(fitted({ features: [] }, { mimics }).features, all);
});

test("a place offers the cards of the urgency asked for, none that lies elsewhere, and its own", () => {
  const values = { urgency: "urgent", chosen: ["cfs", "", ""] };
  assert.deepEqual(offered(mimics, values, 0).map(({ id }) => id), ["cfs", "als"]);
  assert.deepEqual(offered(mimics, values, 1).map(({ id }) => id), ["als"]);
  assert.deepEqual(offered(mimics, { ...values, urgency: "all" }, 1).map(({ id }) => id), ["als", "rls", "isaacs"]);
});

test("features keep their order, and the last one stays", () => {
  assert.deepEqual(toggled(["who", "apart"], "finds"), ["who", "finds", "apart"]);
  assert.deepEqual(toggled(["who", "apart"], "who"), ["apart"]);
  const one = ["who"];
  assert.equal(toggled(one, "who"), one);
});

test("cards are named in words", () => {
  assert.equal(about(mimics[1]), "urgent · named by the column and the evidence");
  assert.equal(sideBySide(["ALS"]), "ALS");
  assert.equal(sideBySide(["ALS", "CFS", "RLS"]), "ALS, CFS and RLS, side by side");
});
