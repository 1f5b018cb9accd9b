import type { Page } from "@playwright/test";
import { shop, submitCancellation } from "../support/licenses.ts";
import { claim, openFromQueue } from "../support/review.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

type Person = (account: "holder" | "reviewer" | "reviewer2") => Promise<Page>;

/** An application that waits, before two reviewers; `prepare` meets the second one's browser. */
async function twoReviewers(
  person: Person,
  words: Words,
  prepare: (second: Page) => Promise<unknown> = async () => {},
): Promise<{ first: Page; second: Page }> {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);
  const first = await person("reviewer");
  const second = await person("reviewer2");
  await prepare(second);
  await openFromQueue(first, shop.domain);
  await openFromQueue(second, shop.domain);
  return { first, second };
}

const claimButton = (page: Page, words: Words) =>
  page.getByRole("button", { name: words.claim, exact: true });

test("what happens between a page and its first connection is shown", async ({
  person,
  words,
}) => {
  let connect = () => {};
  const allowed = new Promise<void>((resolve) => {
    connect = resolve;
  });
  const { first, second } = await twoReviewers(person, words, (second) =>
    second.route(/\/events/, async (route) => {
      await allowed;
      await route.continue();
    }),
  );
  await claim(first, words);
  await expect(claimButton(second, words)).toBeVisible();
  connect();
  await expect(claimButton(second, words)).toHaveCount(0);
});

test("a page connects again after an answer that ends its connection", async ({
  person,
  words,
}) => {
  let refused = 0;
  let isAway = true;
  const { first, second } = await twoReviewers(person, words, (second) =>
    second.route(/\/events/, async (route) => {
      if (!isAway) return route.continue();
      refused += 1;
      await route.fulfill({ status: 404 });
    }),
  );
  await claim(first, words);
  await expect.poll(() => refused).toBeGreaterThan(1);
  await expect(claimButton(second, words)).toBeVisible();
  isAway = false;
  await expect(claimButton(second, words)).toHaveCount(0);
});

test("a page that nobody sees holds no connection, and is right when shown", async ({
  person,
  words,
}) => {
  const { first, second } = await twoReviewers(person, words);
  const listening = second.waitForRequest(/\/events/);
  await second.reload();
  await listening;
  const show = (isShown: boolean) =>
    second.evaluate((isShown) => {
      Object.defineProperty(document, "hidden", {
        configurable: true,
        get: () => !isShown,
      });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, isShown);
  const closed = second.waitForEvent("requestfailed", (request) =>
    request.url().includes("/events"),
  );
  await show(false);
  await closed;
  await claim(first, words);
  await expect(claimButton(second, words)).toBeVisible();
  await show(true);
  await expect(claimButton(second, words)).toHaveCount(0);
});
