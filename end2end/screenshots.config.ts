import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

/** `make screenshots`: the pictures of the README, in `screenshots/`. No part of the tests. */
export default defineConfig({
  ...tests,
  testDir: "readme",
  projects: [
    { name: "light", use: { colorScheme: "light" } },
    { name: "dark", use: { colorScheme: "dark" } },
  ],
});
