import { shop, submitCancellation } from "../support/licenses.ts";
import { claim, openFromQueue } from "../support/review.ts";
import { test } from "../support/test.ts";
test("dbg", async ({ person, words }) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);
  const first = await person("reviewer");
  const second = await person("reviewer2");
  second.on("request", (r) => console.log("2>", r.method(), r.url().replace(/.*\d\//, "/").slice(0,80)));
  second.on("console", (r) => console.log("2c", r.text().slice(0,300)));
  await openFromQueue(first, shop.domain);
  await openFromQueue(second, shop.domain);
  await second.waitForTimeout(3000);
  console.log("claiming");
  await claim(first, words);
  await second.waitForTimeout(5000);
  console.log(await second.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)));
});
