import { chromium, type FullConfig } from "@playwright/test";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { everyAccount, accounts } from "./accounts.ts";
import { LicenseServer } from "./server.ts";

/** Names the prepared folder to the workers. */
const VARIABLE = "LICENSE_TEST_PREPARED";

/** The data folder every test starts with a copy of: demo data, every account logged in. */
export const templateFolder = () => join(preparedFolder(), "data");

/** The browser's state of an account that has logged in. */
export const loggedIn = (account: string) =>
  join(preparedFolder(), "sessions", `${account}.json`);

function preparedFolder(): string {
  const folder = process.env[VARIABLE];
  if (!folder) throw new Error("the tests were not prepared");
  return folder;
}

/**
 * Logs every account in once, on the real page, and keeps the result, so that no test has to
 * do it again. Returns what cleans up.
 */
export default async function prepare(config: FullConfig) {
  const folder = await mkdtemp(join(tmpdir(), "license-tests-"));
  process.env[VARIABLE] = folder;
  await mkdir(templateFolder(), { recursive: true });
  await mkdir(join(folder, "sessions"));
  const server = await LicenseServer.start(templateFolder());
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions);
  try {
    for (const account of everyAccount) {
      const context = await browser.newContext({ locale: "en-US" });
      const page = await context.newPage();
      await page.goto(`${server.url}/login`);
      await page
        .getByLabel("Email", { exact: true })
        .fill(accounts[account].email);
      await page
        .getByLabel("Password", { exact: true })
        .fill(accounts[account].password);
      await page.getByRole("button", { name: "Log in", exact: true }).click();
      await page.waitForURL((url) => url.pathname !== "/login");
      await context.storageState({ path: loggedIn(account) });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return () => rm(folder, { recursive: true, force: true });
}
