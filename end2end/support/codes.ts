import { expect, type Locator, type Page } from "@playwright/test";
import type { Words } from "./words.ts";

/** A code as people read it: four groups of five, without the characters that look alike. */
export const CODE = /[2-9A-Y]{5}-[2-9A-Y]{5}-[2-9A-Y]{5}-[2-9A-Y]{5}/;

/** A server's row in `Apply for Authorization Code`. */
export const serverRow = (page: Page, server: string): Locator =>
  page.getByRole("row").filter({ hasText: server });

/** A code's row in `Manage Authorization Code`. */
export const codeRow = (page: Page, code: string): Locator =>
  page.getByRole("row").filter({ hasText: code });

/** Applies for codes of a server through the left menu and the dialog. */
export async function applyForCodes(
  page: Page,
  words: Words,
  server: string,
  count: number,
): Promise<void> {
  await page.goto("/console/codes/apply");
  await serverRow(page, server)
    .getByRole("link", { name: words.apply })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel(words.numberOfCodes, { exact: true })
    .fill(`${count}`);
  await dialog.getByRole("button", { name: words.ok, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The codes that the page shows, newest first. */
export async function shownCodes(page: Page): Promise<string[]> {
  const rows = page.getByRole("row").filter({ hasText: CODE });
  await expect(rows.first()).toBeVisible();
  const texts = await rows.allInnerTexts();
  return texts.map((text) => text.match(CODE)?.[0] ?? "");
}
