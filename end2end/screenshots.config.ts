import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

/**
 * `make screenshots`: the pictures of both READMEs, in `screenshots/`, each under the name of its
 * project. No part of the tests.
 */
export default defineConfig({
  ...tests,
  testDir: "readme",
  projects: [
    { name: "light", use: { colorScheme: "light" } },
    { name: "dark", use: { colorScheme: "dark" } },
    { name: "chinese", use: { locale: "zh-CN" } },
  ],
});
