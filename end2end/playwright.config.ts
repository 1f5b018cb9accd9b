import { defineConfig, devices } from "@playwright/test";
import { chromium, phone } from "./support/browser.ts";

/** `LICENSE_E2E=all` runs every test; without it the two main jobs run, in both languages. */
const everything = process.env.LICENSE_E2E === "all";

/**
 * The tests by user task. Those marked with a tag run in the other ways to use the product as
 * well: on a phone, without JavaScript, in Chinese.
 */
export default defineConfig({
  testDir: "tests",
  testMatch: everything
    ? "**/*.spec.ts"
    : ["cancel_access.spec.ts", "authorization_codes.spec.ts"],
  globalSetup: "./support/prepare.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  reporter: process.env.CI ? [["list"], ["html", { open: "never" }]] : "list",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices["Desktop Chrome"],
    ...chromium,
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
  },
  projects: [
    ...(everything
      ? [{ name: "desktop" }, { name: "phone", grep: /@phone/, use: phone }]
      : []),
    {
      name: "no-javascript",
      grep: /@no-javascript/,
      use: { javaScriptEnabled: false },
    },
    { name: "chinese", grep: /@chinese/, use: { locale: "zh-CN" } },
  ],
});
