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
  await logInWith(page, words, email, password);
  await page.waitForURL((url) => url.pathname !== "/login");
}

/** Fills in the log-in page that is open, with what may be wrong. */
export async function logInWith(
  page: Page,
  words: Words,
  email: string,
  password: string,
): Promise<void> {
  await page.getByLabel(words.email, { exact: true }).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.logIn, exact: true }).click();
}
