import type { Page } from "@playwright/test";
import { blog, rowOf, shop, submitCancellation } from "../support/licenses.ts";
import { serverRow } from "../support/codes.ts";
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

test("an update waits until an open menu is closed, and leaves the focus where it is", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  const isAlive = holder.waitForRequest(/\/events\?/);
  await holder.goto("/console");
  await isAlive;
  const more = rowOf(holder, blog).getByRole("button", { name: words.more });
  const entry = rowOf(holder, blog).getByRole("link", {
    name: words.cancelAccess,
  });
  await more.press("Enter");
  await expect(entry).toBeVisible();

  const fetched = holder.waitForResponse(/load_licenses/);
  const otherTab = await holder.context().newPage();
  await otherTab.goto("/console");
  await submitCancellation(otherTab, words, shop);
  await fetched;
  await expect(entry).toBeVisible();
  await expect(holder.getByText(words.inProviderReview)).toHaveCount(0);

  await holder.keyboard.press("Escape");
  await expect(holder.getByText(words.inProviderReview).first()).toBeVisible();
  await expect(more).toBeFocused();
});

test("a page that comes to life leaves a dialog, its field and a menu as they are", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  let comeToLife = () => {};
  const allowed = new Promise<void>((resolve) => {
    comeToLife = resolve;
  });
  await holder.route(/\.modules$/, async (route) => {
    await allowed;
    await route.continue();
  });
  await holder.goto("/console/codes/apply");
  const apply = serverRow(holder, "vm-eligible").getByRole("link", {
    name: words.apply,
  });
  // The router is there before its page, and would take the click.
  await holder.goto((await apply.getAttribute("href")) ?? "");
  const dialog = holder.getByRole("dialog");
  const field = dialog.getByLabel(words.numberOfCodes, { exact: true });
  await field.fill("2");
  const isAlive = holder.waitForRequest(/\/events\?/);
  comeToLife();
  await isAlive;
  await expect
    .poll(() => dialog.evaluate((dialog) => dialog.matches(":modal")))
    .toBe(true);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("2");
});

test("a menu that was opened before its page came to life stays open", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  let comeToLife = () => {};
  const allowed = new Promise<void>((resolve) => {
    comeToLife = resolve;
  });
  await holder.route(/\.modules$/, async (route) => {
    await allowed;
    await route.continue();
  });
  await holder.setViewportSize({ width: 390, height: 844 });
  await holder.goto("/console");
  const menu = holder.getByRole("navigation", { name: "Main menu" });
  await holder.getByRole("button", { name: "Menu", exact: true }).click();
  await expect(menu).toBeVisible();
  const isAlive = holder.waitForRequest(/\/events\?/);
  comeToLife();
  await isAlive;
  await expect(menu).toBeVisible();
  await menu.getByRole("link", { name: words.messages }).click();
  await expect(holder).toHaveURL(/\/console\/messages$/);
  await expect(menu).toBeHidden();
});
