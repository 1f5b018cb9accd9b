import type { Page } from "@playwright/test";
import { applyForCodes, shownCodes } from "../support/codes.ts";
import { answer, fillIn, verifyCode } from "../support/filing.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

/** A code of the holder, given to a partner who has verified it in a first license. */
async function begin(
  person: (account: "holder" | "partner") => Promise<Page>,
  words: Words,
): Promise<Page> {
  const holder = await person("holder");
  await applyForCodes(holder, words, "vm-eligible", 1);
  await holder.goto("/console/codes");
  const [code = ""] = await shownCodes(holder);
  const partner = await person("partner");
  await verifyCode(partner, words, code);
  return partner;
}

test(
  "what was typed is there again after going from step to step by their names",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const partner = await begin(person, words);

    const goTo = (step: string) =>
      partner.getByRole("button", { name: step, exact: true }).click();
    const name = partner.locator("#entity_name");
    const domain = partner.locator("#website_domain");
    await name.fill("福州样例科技有限公司");
    await goTo(words.website);
    await expect(domain).toHaveValue("");
    await domain.fill("half-typed");
    await goTo(words.entity);
    await expect(name).toHaveValue("福州样例科技有限公司");
    await name.fill("福州样例网络有限公司");
    // The step's own name saves as well, and says what is missing.
    await goTo(words.entity);
    await expect(partner.locator("#entity_nature")).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await goTo(words.website);
    await expect(domain).toHaveValue("half-typed");
    await goTo(words.entity);
    await expect(name).toHaveValue("福州样例网络有限公司");

    // The Enter key means `Next`, which stays while something is missing.
    await name.press("Enter");
    await expect(partner).toHaveURL(/step=entity&saved=/);
  },
);

test("a step saves itself while somebody types", async ({ person, words }) => {
  const partner = await begin(person, words);
  await expect(partner.getByText(words.codeAccepted)).toBeVisible();
  await expect(partner.getByText("203.0.113.10").first()).toBeVisible();
  const name = partner.locator("#entity_name");

  await test.step("it says so", async () => {
    await name.fill("福州样例科技有限公司");
    await expect(
      partner.getByRole("status").filter({ hasText: words.saved }),
    ).toBeVisible();
    await partner.reload();
    await expect(name).toHaveValue("福州样例科技有限公司");
  });

  const saved = partner.getByRole("status").filter({ hasText: words.saved });
  await test.step("also after `Next` has found mistakes", async () => {
    await partner
      .getByRole("button", { name: words.next, exact: true })
      .click();
    await expect(partner).toHaveURL(/step=entity&saved=/);
    await expect(partner.locator("#entity_nature")).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    for (const typed of ["福州样例网络有限公司", "福州样例商贸有限公司"]) {
      const isSaved = partner.waitForResponse(
        (answer) => answer.request().method() === "POST" && answer.ok(),
      );
      await name.fill(typed);
      await isSaved;
      await expect(saved).toBeVisible();
    }
    await partner.reload();
    await expect(name).toHaveValue("福州样例商贸有限公司");
  });
});

test(
  "the draft's page lists what is missing, and an edit from the check leads back to it",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const partner = await begin(person, words);
    await answer(partner, { entity_name: "福州样例科技有限公司" });
    await partner
      .getByRole("button", { name: words.next, exact: true })
      .click();
    await partner.goto("/console/applications");
    const row = partner.getByRole("row").filter({ hasText: /FL-/ });
    await expect(row.getByRole("link", { name: words.goOn })).toBeVisible();
    await row.getByRole("link").first().click();
    const missing = partner
      .locator("section")
      .filter({ hasText: words.stillMissing });
    await expect(missing.getByRole("link").first()).toBeVisible();
    await expect(partner.getByText(/^(Not given|未填写)$/)).toHaveCount(0);
    await partner.getByRole("link", { name: words.goOn, exact: true }).click();
    await fillIn(partner, words, {
      domain: "steps-sample.cn",
      name: "样例步骤网",
    });

    await expect(partner).toHaveURL(/step=check/);
    await partner
      .getByRole("link", { name: `${words.edit} ${words.entity}` })
      .click();
    await expect(partner).toHaveURL(/step=entity/);
    await partner.locator("#entity_name").fill("");
    const next = partner.getByRole("button", { name: words.next, exact: true });
    await next.click();
    await expect(partner).toHaveURL(/step=entity&saved=/);
    await partner.locator("#entity_name").fill("福州样例网络有限公司");
    await next.click();
    await expect(partner).toHaveURL(/step=check/);
    await expect(partner).toHaveTitle(/steps-sample\.cn/);
    await partner
      .getByRole("button", { name: words.submit, exact: true })
      .click();
    await partner.waitForURL(/\/console\/applications\/\d+(\?|$)/);
    const application = new URL(partner.url()).pathname;
    await partner.goBack();
    await expect(partner.getByText(words.wasSubmitted)).toBeVisible();
    await expect(partner.locator("#step")).toHaveCount(0);
    await expect(
      partner.getByRole("main").getByRole("link", { name: words.view }),
    ).toHaveAttribute("href", application);
  },
);
