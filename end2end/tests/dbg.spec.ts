import { shop, submitCancellation } from "../support/licenses.ts";
import { claim, openFromQueue } from "../support/review.ts";
import { test } from "../support/test.ts";
test("dbg", async ({ person, words }) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);
  const first = await person("reviewer");
  const second = await person("reviewer2");
  second.on("response", async (r) => {
    if (!/pkg/.test(r.url()))
      console.log(
        "2<",
        r.request().method(),
        r.status(),
        r.url(),
        /load_review/.test(r.url())
          ? (await r.text()).match(/"claimed_by.{0,80}|"actions.{0,90}/g)
          : "",
      );
  });
  second.on("console", (r) => console.log("2c", r.text().slice(0, 300)));
  await openFromQueue(first, shop.domain);
  await openFromQueue(second, shop.domain);
  console.log("claiming");
  await claim(first, words);
  await second.waitForTimeout(4000);
  console.log(await second.locator("main").innerText());
});
