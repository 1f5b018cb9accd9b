import { defineConfig, devices } from "@playwright/test";
import { join } from "node:path";
import { chromium, phone } from "./support/browser.ts";

/** Where traces, screenshots and reports go: `make test` says where outside of the clone. */
const output = process.env.LICENSE_TEST_OUTPUT ?? ".";
const report = {
  open: "never",
  outputFolder: join(output, "playwright-report"),
} as const;

/**
 * The tests by user task. Those marked with a tag run in the other ways to use the product as
 * well: on a phone, without JavaScript, in Chinese.
 */
export default defineConfig({
  testDir: "tests",
  globalSetup: "./support/prepare.ts",
  outputDir: join(output, "test-results"),
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // What passes only the second time is named as flaky in the summary.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.CI ? [["list"], ["html", report]] : "list",
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
    { name: "desktop" },
    { name: "phone", grep: /@phone/, use: phone },
    {
      name: "no-javascript",
      grep: /@no-javascript/,
      use: { javaScriptEnabled: false },
    },
    { name: "chinese", grep: /@chinese/, use: { locale: "zh-CN" } },
  ],
});
