import { expect, type Page } from "@playwright/test";
import type { Words } from "./words.ts";

/** Opens the application about a domain from the queue, as soon as it is there. */
export async function openFromQueue(page: Page, domain: string): Promise<void> {
  const row = page.getByRole("row").filter({ hasText: domain });
  await expect(async () => {
    await page.goto("/review");
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await row.getByRole("link").first().click();
  await page.waitForURL(/\/review\/applications\/\d+/);
  await expect(
    page.getByRole("heading", { level: 1, name: domain }),
  ).toBeVisible();
}

/** Takes the application that is open, and waits until the page shows it. */
export async function claim(page: Page, words: Words): Promise<void> {
  const button = page.getByRole("button", { name: words.claim, exact: true });
  await button.click();
  await expect(button).toHaveCount(0);
}

/** Opens, claims and approves the application about a domain. */
export async function approve(
  page: Page,
  words: Words,
  domain: string,
): Promise<void> {
  await openFromQueue(page, domain);
  await claim(page, words);
  await page.getByRole("button", { name: words.approve, exact: true }).click();
}

/** Opens, claims and rejects it with a reason for the holder, and for a field of the website. */
export async function reject(
  page: Page,
  words: Words,
  domain: string,
  reason: string,
  aboutField?: { field: string; reason: string },
): Promise<void> {
  await openFromQueue(page, domain);
  await claim(page, words);
  await page.getByRole("link", { name: words.reject, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("textbox", { name: words.reason, exact: true })
    .fill(reason);
  if (aboutField) {
    await dialog.locator("summary").last().click();
    await dialog.locator(`#${aboutField.field}`).fill(aboutField.reason);
  }
  await dialog.getByRole("button", { name: words.reject, exact: true }).click();
}
