import { expect, type Page } from "@playwright/test";
import type { Words } from "./words.ts";

/** The person who decides on the authority simulator's page, a page of plain forms. */
export class Authority {
  constructor(
    private readonly page: Page,
    private readonly url: string,
    private readonly words: Words,
  ) {}

  /** Approves the report about a domain, once it has arrived. */
  async approve(domain: string): Promise<void> {
    const report = await this.report(domain);
    await report.getByRole("button", { name: this.words.approve }).click();
  }

  /** Rejects it with words for the holder. */
  async reject(domain: string, opinion: string): Promise<void> {
    const report = await this.report(domain);
    await report.getByRole("textbox").fill(opinion);
    await report.getByRole("button", { name: this.words.reject }).click();
  }

  private async report(domain: string) {
    const report = this.page
      .getByRole("article")
      .filter({ hasText: domain })
      .filter({
        has: this.page.getByRole("button", { name: this.words.approve }),
      });
    await expect(async () => {
      await this.page.goto(this.url);
      await expect(report).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    return report;
  }
}
