import { expect, type Locator, type Page } from "@playwright/test";
import { LICENSE_PASSWORD } from "./accounts.ts";
import type { Words } from "./words.ts";

/** A demo website of the holder, by its only domain. */
export interface DemoWebsite {
  domain: string;
  licenseNumber: string;
  /** Whether no other provider serves it, which the holder has to acknowledge. */
  isOnlyAccess: boolean;
}

export const shop: DemoWebsite = {
  domain: "example-shop.cn",
  licenseNumber: "京ICP备20260001号-1",
  isOnlyAccess: true,
};

export const blog: DemoWebsite = {
  domain: "example-blog.cn",
  licenseNumber: "京ICP备20260001号-2",
  isOnlyAccess: false,
};

/** The website's row in My Licenses. */
export const rowOf = (page: Page, website: DemoWebsite): Locator =>
  page.getByRole("row").filter({ hasText: website.domain });

/** From My Licenses through the row's menu to the pop-up with the consequences. */
export async function openPopUp(
  page: Page,
  words: Words,
  website: DemoWebsite,
): Promise<Locator> {
  const row = rowOf(page, website);
  await row.getByRole("button", { name: words.more }).click();
  await row.getByRole("link", { name: words.cancelAccess }).click();
  const popUp = page.getByRole("dialog");
  await expect(popUp).toBeVisible();
  return popUp;
}

/** Fills in the notification page and goes on, with the right password or another. */
export async function confirm(
  page: Page,
  words: Words,
  website: DemoWebsite,
  password = LICENSE_PASSWORD,
): Promise<void> {
  // The reasons are the authority's own; the first entry asks to choose one.
  await page
    .getByLabel(words.reason, { exact: true })
    .selectOption({ index: 1 });
  await page.getByLabel(words.licensePassword, { exact: true }).fill(password);
  if (website.isOnlyAccess) {
    const name = words.onlyAccessKnown;
    await page.getByRole("checkbox", { name }).check();
  }
  await page.getByRole("button", { name: words.next, exact: true }).click();
}

/** The whole request, submitted; ends on the application's page. */
export async function submitCancellation(
  page: Page,
  words: Words,
  website: DemoWebsite,
): Promise<void> {
  const popUp = await openPopUp(page, words, website);
  await popUp.getByRole("button", { name: words.ok, exact: true }).click();
  await confirm(page, words, website);
  await page.waitForURL(/\/console\/applications\/\d+/);
}
