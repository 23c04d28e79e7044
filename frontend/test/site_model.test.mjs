// The page's model behaves as the views expect of an AFM model.
import assert from "node:assert/strict";
import { test } from "node:test";
import { day, minute } from "../src/shared/time.js";
import { PageModel } from "../src/site/model.js";

test("setting a trait tells its listeners once, and saving hands over what was set", () => {
  const saved = [];
  const model = new PageModel({ state: {}, kind: "question" }, (names) => saved.push(names));
  let heard = 0;
  const listener = () => { heard += 1; };
  model.on("change:state", listener);
  const state = { a: 1 };
  model.set("state", state);
  model.set("state", state);
  assert.equal(heard, 1);
  assert.equal(model.get("state"), state);
  model.save_changes();
  model.save_changes();
  assert.deepEqual(saved, [["state"]]);
  model.off("change:state", listener);
  model.set("state", {});
  assert.equal(heard, 1);
});

test("what another tab stored reaches the views without being saved again", () => {
  const saved = [];
  const model = new PageModel({ state: {} }, (names) => saved.push(names));
  let heard = 0;
  model.on("change:state", () => { heard += 1; });
  model.receive("state", { a: 1 });
  model.save_changes();
  assert.equal(heard, 1);
  assert.deepEqual(saved, []);
});

test("times are kept to the minute, in UTC", () => {
  const date = new Date(Date.UTC(2026, 10, 21, 22, 35, 59));
  assert.equal(minute(date), "2026-11-21T22:35Z");
  assert.equal(day(date), "2026-11-21");
});
