import type { Page } from "@playwright/test";
import { accounts, type Account } from "./accounts.ts";
import type { Words } from "./words.ts";

/** Fills in the log-in page that is open, and waits for the page after it. */
export async function logIn(
  page: Page,
  words: Words,
  account: Account,
): Promise<void> {
  const { email, password } = accounts[account];
  await page.getByLabel(words.email, { exact: true }).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.logIn, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
}
