import type { Page } from "@playwright/test";
import { applyForCodes, shownCodes } from "../support/codes.ts";
import { submitFirstLicense } from "../support/filing.ts";
import { openPopUp, shop, submitCancellation } from "../support/licenses.ts";
import { openFromQueue } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

/** Keeps a picture of what the window shows. */
async function take(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: `screenshots/${name}-${test.info().project.name}.png`,
    animations: "disabled",
    caret: "hide",
  });
}

test("my licenses and cancel access", async ({ person, words }) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await take(holder, "my-licenses");
  const popUp = await openPopUp(holder, words, shop);
  await take(holder, "cancel-access-pop-up");
  await popUp.getByRole("button", { name: words.ok, exact: true }).click();
  await holder.waitForURL(/\/cancel-access/);
  await take(holder, "cancel-access");
});

test("authorization codes", async ({ person, words }) => {
  const holder = await person("holder");
  await applyForCodes(holder, words, "vm-eligible", 3);
  await holder.goto("/console/codes/apply");
  await take(holder, "apply-for-authorization-code");
  await holder.goto("/console/codes");
  const [code = ""] = await shownCodes(holder);
  await submitFirstLicense(await person("partner"), words, code, {
    domain: "partner-garden.cn",
    name: "花园样例网",
  });
  await holder.goto("/console/codes");
  await take(holder, "manage-authorization-code");
});

test("review", async ({ person, words }) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);
  await holder.waitForURL(/\/console\/applications\/\d+$/);
  await expect(holder.getByText(words.withdraw).first()).toBeVisible();
  await take(holder, "application");
  const reviewer = await person("reviewer");
  await reviewer.goto("/review");
  await take(reviewer, "review-queue");
  await openFromQueue(reviewer, shop.domain);
  await take(reviewer, "review");
});

test("on a phone", async ({ browser, person, baseURL }) => {
  const holder = await person("holder");
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    storageState: await holder.context().storageState(),
  });
  const phone = await context.newPage();
  await phone.goto("/console");
  await take(phone, "phone");
  await context.close();
});
